using System.Net;
using System.Xml.Linq;
using B2BConnector.Dataverse.Seed;
using B2BConnector.Emulation;

namespace B2BConnector.Emulators.Tests.Dataverse;

public sealed class WireTests : IAsyncLifetime
{
    private DataverseHost _host = null!;

    public async Task InitializeAsync() => _host = await DataverseHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("WhoAmI")]
    [InlineData("WhoAmI()")]
    public async Task WhoAmI_AsSeller_NamesUserAndHints(string path)
    {
        var answer = await _host.Seller.GetAsync(path);
        Assert.Equal((SeedIds.Seller.ToString(), SeedIds.BusinessUnit.ToString(), SeedIds.Organization.ToString()),
            ((string)answer.Body["UserId"]!, (string)answer.Body["BusinessUnitId"]!, (string)answer.Body["OrganizationId"]!));
        Assert.True(int.Parse(answer.Headers["x-ms-dop-hint"], System.Globalization.CultureInfo.InvariantCulture) > 0);
    }

    [Fact]
    public async Task Request_WithoutIdentity_Is401()
    {
        var answer = await _host.As(null).GetAsync("leads");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.NotEqual("", answer.ErrorMessage);
        Assert.Equal("Bearer", answer.Headers["WWW-Authenticate"]);
    }

    [Fact]
    public async Task Request_OfAStranger_Is403() => (await _host.As("sandbox-nobody").GetAsync("leads")).IsRefused(HttpStatusCode.Forbidden, "0x80072560");

    [Theory]
    [InlineData("v9.0")]
    [InlineData("v9.1")]
    [InlineData("v9.2")]
    public async Task Request_OnASupportedVersion_Works(string version) => Assert.Equal(HttpStatusCode.OK, (await _host.Seller.GetAsync($"/api/data/{version}/leads")).Status);

    [Theory]
    [InlineData("/api/data/v7.0/leads", 404)]
    [InlineData("/elsewhere", 404)]
    [InlineData("leads/nosuch", 404)]
    public async Task Request_OnAnUnknownPath_IsRefused(string path, int status) => Assert.Equal((HttpStatusCode)status, (await _host.Seller.GetAsync(path)).Status);

    [Fact]
    public async Task TrackChanges_Preferred_IsRefusedAsUnsupported() =>
        (await _host.Seller.GetAsync("leads", ("Prefer", "odata.track-changes"))).IsRefused(HttpStatusCode.NotImplemented, "0x80040315");

    [Theory]
    [InlineData("EntityDefinitions(LogicalName='lead')")]
    [InlineData("leads(b2b00000-0000-5000-8000-000000000001)/parentaccountid/$ref")]
    public async Task PathOfThePlatform_NotEmulated_IsRefusedAsUnsupported(string path) =>
        (await _host.Seller.GetAsync(path)).IsRefused(HttpStatusCode.NotImplemented, "0x80040315");

    [Fact]
    public async Task Metadata_Read_NamesOurColumnsAndNavigations()
    {
        XNamespace edm = "http://docs.oasis-open.org/odata/ns/edm";
        var lead = XDocument.Parse((await _host.Seller.GetAsync("$metadata")).Text).Descendants(edm + "EntityType").Single(type => (string?)type.Attribute("Name") == "lead");
        var names = lead.Elements().Select(element => (string?)element.Attribute("Name")).ToList();
        Assert.Subset(names.ToHashSet(), new HashSet<string?> { "b2b_prospectid", "_parentaccountid_value", "parentaccountid", "Lead_Annotation", "customerid_account", "ownerid" });
    }

    [Fact]
    public async Task ServiceDocument_Read_ListsTheSets() =>
        Assert.Contains((await _host.Seller.RowAsync(""))["value"]!, set => (string?)set["name"] == "b2b_syncissues");

    [Fact]
    public async Task Impersonation_ByCallerId_ActsForThatUser()
    {
        var answer = await _host.LogicApp.PostAsync("leads", Leads.Body(), ("MSCRMCallerID", SeedIds.Seller.ToString()), ("Prefer", "return=representation"));
        Assert.Equal(SeedIds.Seller.ToString(), answer.Body["_createdby_value"]);
    }

    [Fact]
    public async Task Trace_OfRequests_NamesOperationsWithoutBodies()
    {
        await _host.Seller.PostAsync("leads", Leads.Body());
        using var http = new HttpClient();
        var trace = await http.GetStringAsync(new Uri(_host.Address, "/_sandbox/requests"));
        Assert.Contains("Create lead", trace, StringComparison.Ordinal);
        Assert.DoesNotContain("zoe@contoso", trace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_AfterARestart_IsAllThere()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "dataverse.db");
        Guid lead;
        await using (var first = await DataverseHost.StartAsync(options => options.StorePath = path)) lead = await Leads.CreateAsync(first.Seller);
        await using (var second = await DataverseHost.StartAsync(options => { options.StorePath = path; options.Ids = IdSources.Seeded(2); }))
        {
            Assert.Equal("P-000001", (await second.Seller.RowAsync($"leads({lead})"))["b2b_prospectid"]);
            Assert.Equal(6, (await second.Seller.RowsAsync("systemusers")).Count);
        }
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void Start_WithoutTheSolutionFolder_SaysWhichOneIsMissing()
    {
        var error = Assert.Throws<SandboxStartException>(() => B2BConnector.Dataverse.DataverseApp.Build(new() { SolutionFolder = "/nowhere" }));
        Assert.Contains("'/nowhere'", error.Message, StringComparison.Ordinal);
    }
}
