using System.Net;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Commerce;

/// <summary>From the form to the pending prospect: BR-05, BR-10 to BR-17, T1 to T2e, X3.</summary>
public sealed class OnboardingTests
{
    [Fact]
    public async Task Br10T1_FormWithoutSignIn_IsConfirmedAndInChannelOnly()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        sandbox.Client.DefaultRequestHeaders.Authorization = null;

        var confirmation = await sandbox.SubmitAsync(Forms.Full());

        Assert.Equal("InChannel", (string?)(await sandbox.StatusAsync(confirmation))["state"]);
    }

    [Fact]
    public async Task Br11T2_JobsInOrder_MakeAPendingProspectWithAllFields()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var id = await sandbox.PendingAsync();

        var prospect = await sandbox.ProspectAsync(id);
        Assert.Equal("P-000001", id);
        Assert.Equal("Zoë Garçon", (string?)prospect["ProspectName"]);
        Assert.Equal("L'Épicerie & Fils", (string?)prospect["CompanyName"]);
        Assert.Equal(42, (int?)prospect["CompanySize"]);
        Assert.Equal("Inkoop", (string?)prospect["Department"]);
        Assert.Equal("Regel één\nregel twee: 50% %company% b", (string?)prospect["Note"]);
        Assert.Equal("1011 KN", (string?)prospect["AddressZipCode"]);
        Assert.Equal("NLD", (string?)prospect["AddressCountryRegionId"]);
        Assert.Equal("NL", (string?)prospect["AddressCountryRegionISOCode"]);
        Assert.Equal(52.3676m, (decimal?)prospect["AddressLatitude"]);
        Assert.Equal("nl-NL", (string?)prospect["LanguageId"]);
        Assert.Equal("000000001", (string?)prospect["RetailChannelOperatingUnitPartyNumber"]);
    }

    [Fact]
    public async Task Br11_GroupCurrencyAndTax_ComeFromTheChannelsDefaultCustomer()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var id = await sandbox.PendingAsync(Forms.Minimal(), CommerceSandbox.Eu);

        var prospect = await sandbox.ProspectAsync(id, "demf");
        Assert.Equal(("B2B", "EUR", "EU", "de", "EUB2B"), (
            (string?)prospect["CustomerGroupId"], (string?)prospect["CurrencyCode"], (string?)prospect["SalesTaxGroupCode"],
            (string?)prospect["LanguageId"], (string?)prospect["AddressBooks"]));
    }

    [Theory]
    [InlineData("Synchronize customers and channel requests")]
    [InlineData("Synchronize orders and channel requests")]
    [InlineData("Synchronize customers and business partners from async mode")]
    [InlineData("synchronize")]
    public async Task Br12_EveryAlias_RunsTheSameJob(string alias)
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.SubmitAsync(Forms.Full());
        await sandbox.RunAsync("P-0001");

        var result = await sandbox.RunAsync(alias);

        Assert.Equal(1, (int?)result["processed"]);
        Assert.Equal("Synchronize customers and channel requests", (string?)result["job"]);
    }

    [Fact]
    public async Task Br13_RowNotPulled_IsNotSynchronised()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var confirmation = await sandbox.SubmitAsync(Forms.Full());

        await sandbox.RunAsync("synchronize");

        Assert.Equal("InChannel", (string?)(await sandbox.StatusAsync(confirmation))["state"]);
        await sandbox.RunAsync("P-0001");
        Assert.Equal("InChannel", (string?)(await sandbox.StatusAsync(confirmation))["state"]);
        Assert.Empty(await sandbox.RowsAsync("/data/Prospects?cross-company=true"));
    }

    [Fact]
    public async Task Br13_JobsRunAgain_MakeNoSecondProspect()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.PendingAsync();

        Assert.Equal(0, (int?)(await sandbox.RunAsync("P-0001"))["processed"]);
        Assert.Equal(0, (int?)(await sandbox.RunAsync("synchronize"))["processed"]);

        Assert.Single(await sandbox.RowsAsync("/data/Prospects?cross-company=true"));
    }

    [Fact]
    public async Task Br14T2e_FailingRow_ShowsItsErrorWhileOthersGoOnAndIsRepaired()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var wrong = Forms.Full("wrong@example.com");
        wrong["address"]!["country"] = "QQQ"; // well-formed, but no country of headquarters
        var failing = await sandbox.SubmitAsync(wrong);
        var fine = await sandbox.SubmitAsync(Forms.Minimal());
        await sandbox.RunAsync("P-0001");

        var result = await sandbox.RunAsync("synchronize");

        Assert.Equal((1, 1), ((int)result["processed"]!, (int)result["failed"]!));
        var status = await sandbox.StatusAsync(failing);
        Assert.Equal("Failed", (string?)status["state"]);
        Assert.Contains("'QQQ' in field 'Country/region'", (string?)status["error"]);
        Assert.Equal("Prospect", (string?)(await sandbox.StatusAsync(fine))["state"]);
        Assert.Equal(2, (await sandbox.RowsAsync("/headquarters/customer-synchronization-status")).Count);

        wrong["address"]!["country"] = "NLD";
        await sandbox.SendAsync(HttpMethod.Put, $"/headquarters/customer-synchronization-status/{failing}", wrong);
        await sandbox.RunAsync("synchronize");
        Assert.Equal("Prospect", (string?)(await sandbox.StatusAsync(failing))["state"]);
    }

    [Fact]
    public async Task Br15Br17_NewProspect_IsB2BProspectAndPending()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var prospect = await sandbox.ProspectAsync(await sandbox.PendingAsync());

        Assert.Equal(("Yes", "Pending", "B2B prospect"), ((string?)prospect["IsB2BProspect"], (string?)prospect["B2BProspectStatus"], (string?)prospect["ProspectRelationTypeId"]));
    }

    [Fact]
    public async Task Prospect_ExpandedParty_HoldsTheRequestersNames()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();

        var prospect = await sandbox.GetAsync(CommerceSandbox.Key(id) + "&$expand=Party($select=PersonFirstName,PersonLastName)");

        Assert.Equal(("Zoë", "Garçon"), ((string?)prospect["Party"]!["PersonFirstName"], (string?)prospect["Party"]!["PersonLastName"]));
        Assert.Null(prospect["Party"]!["PartyNumber"]);
    }

    [Fact]
    public async Task X3_RequestStillInChannel_CannotBeDecided()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.SubmitAsync(Forms.Full());

        var (status, error) = await sandbox.DecideAsync("P-000001", "Approved");

        Assert.Equal((HttpStatusCode.BadRequest, "No resources were found when selecting for update."), (status, error));
    }

    [Fact]
    public async Task Br05_ChannelForConsumers_TakesNoRequests()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.SendAsync(HttpMethod.Patch, $"/data/OnlineChannelV2s('{CommerceSandbox.Us}')", new JObject { ["CustomerType"] = "B2C" });

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Post, $"/site/{CommerceSandbox.Us}/onboarding-requests", Forms.Full());

        Assert.Equal((HttpStatusCode.NotFound, "CE0002"), (status, (string?)body["error"]!["code"]));
    }

    [Fact]
    public async Task ScaleUnit_RequestWithOperatingUnit_ReachesTheSameChannel()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Post, "/Commerce/BusinessPartners/Prospects?api-version=7.3", Forms.Full(), ("OUN", "012"));

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("InChannel", (string?)(await sandbox.StatusAsync((string)body["confirmationId"]!, CommerceSandbox.Eu))["state"]);
    }

    [Theory]
    [InlineData("999")]
    [InlineData("")]
    public async Task ScaleUnit_UnknownOperatingUnit_IsRefused(string oun)
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Post, "/Commerce/BusinessPartners/Prospects", Forms.Full(), ("OUN", oun));

        Assert.Equal((HttpStatusCode.BadRequest, "CE0004"), (status, (string?)body["error"]!["code"]));
    }

    [Fact]
    public async Task Confirmation_OfAnotherChannel_IsNotShown()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var confirmation = await sandbox.SubmitAsync(Forms.Full());

        var (status, _, _) = await sandbox.SendAsync(HttpMethod.Get, $"/site/{CommerceSandbox.Eu}/onboarding-requests/{confirmation}");

        Assert.Equal(HttpStatusCode.NotFound, status);
    }
}
