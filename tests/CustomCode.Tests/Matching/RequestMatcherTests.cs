using B2BConnector.CustomCode.Matching;

namespace B2BConnector.CustomCode.Tests.Matching;

public sealed class RequestMatcherTests
{
    private static readonly MatchRequest Request = new("usrt", "P-000001", "Contoso B.V.", "Ada@contoso.example", "NLD");
    private readonly SalesStub _sales = new();

    [Fact]
    public async Task Match_NothingKnown_ProposesNothing()
    {
        var result = await MatchAsync(Request);

        Assert.Equal((null, null, false), (result.Account, result.Contact, result.DuplicateRequest));
        Assert.Empty(result.Ambiguous);
    }

    [Fact]
    public async Task Match_ContactByEmail_ProposesItAndItsParent()
    {
        _sales.Contacts.Add(new ContactRow("c1", "Ada L", " ada@CONTOSO.example ", new AccountRow("a1", "Another name", "BEL")));
        _sales.Contacts.Add(new ContactRow("c2", "Someone", "else@contoso.example", new AccountRow("a2", "Third name", "BEL")));

        var result = await MatchAsync(Request);

        Assert.Equal(("c1", "email"), (result.Contact?.Id, result.Contact?.Reason));
        Assert.Equal(("a1", "Another name", "parentOfContact"), (result.Account?.Id, result.Account?.Name, result.Account?.Reason));
    }

    [Fact]
    public async Task Match_NameAndParentAgree_ProposesOnceWithBothReasons()
    {
        _sales.Accounts.Add(new AccountRow("a1", "CONTOSO", "Netherlands"));
        _sales.Contacts.Add(new ContactRow("c1", "Ada", "ada@contoso.example", _sales.Accounts[0]));

        Assert.Equal("parentOfContact,name", (await MatchAsync(Request)).Account?.Reason);
    }

    [Fact]
    public async Task Match_ParentAndNameDiffer_ProposesNoAccount()
    {
        _sales.Contacts.Add(new ContactRow("c1", "Ada", "ada@contoso.example", new AccountRow("a2", "Parent", null)));
        _sales.Accounts.Add(new AccountRow("a1", "Contoso", "NL"));

        var result = await MatchAsync(Request);

        Assert.Null(result.Account);
        Assert.NotNull(result.Contact);
        var ambiguous = Assert.Single(result.Ambiguous);
        Assert.Equal(("account", "a1 a2"), (ambiguous.Table, string.Join(' ', ambiguous.Candidates.Select(c => c.Id))));
    }

    [Fact]
    public async Task Match_SeveralContacts_ListsThemAndProposesTheirOneParent()
    {
        _sales.Accounts.Add(new AccountRow("a1", "Contoso", "NL"));
        _sales.Contacts.Add(new ContactRow("c2", "Ada", "ada@contoso.example", _sales.Accounts[0]));
        _sales.Contacts.Add(new ContactRow("c1", "Ada again", "ada@contoso.example", _sales.Accounts[0]));

        var result = await MatchAsync(Request);

        Assert.Null(result.Contact);
        Assert.Equal("a1", result.Account?.Id);
        Assert.Equal(["c1", "c2"], Assert.Single(result.Ambiguous).Candidates.Select(c => c.Id));
    }

    [Theory]
    [InlineData("Belgium")]
    [InlineData(null)]
    public async Task Match_SameNameInAnotherOrUnknownCountry_IsNoMatch(string? country)
    {
        _sales.Accounts.Add(new AccountRow("a1", "Contoso", country));

        Assert.Null((await MatchAsync(Request)).Account);
    }

    [Theory]
    [InlineData("P-000002", "ADA@contoso.example", null, null, true)]
    [InlineData("P-000002", "x@y.example", "Contoso", "Nederland", true)]
    [InlineData("P-000002", "x@y.example", "Contoso", "Belgium", false)]
    [InlineData("P-000002", "x@y.example", "Fabrikam", "NL", false)]
    [InlineData("p-000001", "ada@contoso.example", "Contoso", "NL", false)]
    public async Task Match_AnotherPendingRequest_IsFlagged(string prospect, string? email, string? company, string? country, bool duplicate)
    {
        _sales.Leads.Add(new LeadRow(prospect, email, company, country));

        Assert.Equal(duplicate, (await MatchAsync(Request)).DuplicateRequest);
    }

    [Fact]
    public async Task Match_NothingGiven_MatchesNothing()
    {
        _sales.Contacts.Add(new ContactRow("c1", "", "", null));
        _sales.Accounts.Add(new AccountRow("a1", "", ""));
        _sales.Leads.Add(new LeadRow("P-9", "", "", ""));

        var result = await MatchAsync(new MatchRequest("usrt", "P-1", "", " ", ""));

        Assert.Equal((null, null, false), (result.Account, result.Contact, result.DuplicateRequest));
    }

    private Task<MatchResult> MatchAsync(MatchRequest request) => new RequestMatcher(_sales).MatchAsync(request);
}
