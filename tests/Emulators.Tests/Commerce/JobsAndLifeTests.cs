using System.Net;
using System.Net.Http.Headers;
using B2BConnector.Commerce.Jobs;
using B2BConnector.Commerce.Operations;
using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Commerce;

/// <summary>Jobs and their monitor, identity, trace, and the life of the data.</summary>
public sealed class JobsAndLifeTests
{
    [Fact]
    public async Task BatchJobs_AfterThreeRuns_ShowEveryExecution()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.RunAsync("P-0001");
        await sandbox.RunAsync("Synchronize orders and channel requests");
        await sandbox.RunAsync("1010");

        var rows = await sandbox.RowsAsync("/data/BatchJobs?$filter=Status eq Microsoft.Dynamics.DataEntities.BatchStatus'Finished' and EndDateTime gt 2020-01-01T00:00:00Z");

        Assert.Equal(["P-0001", "Synchronize customers and channel requests", "1010"], rows.Select(row => (string)row["JobDescription"]!));
    }

    [Theory]
    [InlineData("sandbox-seller", HttpStatusCode.Forbidden, "CE0005")]
    [InlineData("someone", HttpStatusCode.Unauthorized, "SBX0401")]
    public async Task Job_ByAnyoneButTheAdministrator_IsRefused(string token, HttpStatusCode expected, string code)
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        sandbox.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Post, "/jobs/P-0001/run");

        Assert.Equal((expected, code), (status, (string?)body["error"]!["code"]));
    }

    [Fact]
    public async Task Job_ThatDoesNotExist_NamesThoseThatDo()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Post, "/jobs/P-0002/run");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("'P-0001'", (string?)body["error"]!["message"]);
        Assert.Equal(4, (await sandbox.RowsAsync("/jobs")).Count);
    }

    [Fact]
    public async Task Data_WithoutIdentity_Is401InTheShapeOfFinanceAndOperations()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        sandbox.Client.DefaultRequestHeaders.Authorization = null;

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Get, "/data/Prospects");

        Assert.Equal((HttpStatusCode.Unauthorized, ""), (status, (string?)body["error"]!["code"]));
    }

    [Fact]
    public async Task Trace_OfAWholeStory_HoldsNoPersonalData()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.PendingAsync();
        await sandbox.GetAsync("/data/CustomersV3?$filter=PrimaryContactEmail eq 'zoe.garcon@example.com'");
        await sandbox.SendAsync(HttpMethod.Get, "/data/CDSParties('zoe.garcon@example.com')");

        var trace = await sandbox.Client.GetStringAsync("/_sandbox/requests");

        Assert.Contains("SubmitOnboardingRequest", trace);
        Assert.Contains("ReadData CustomersV3", trace);
        Assert.Contains("CE0102", trace);
        Assert.DoesNotContain("zoe", trace, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Gar", trace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_OnTheSameFile_KeepsDataAndSequences()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await CommerceSandbox.StartAsync(options => options.StorePath = folder.File("commerce.db")))
        {
            await first.ApproveAsync(await first.PendingAsync());
        }

        await using var second = await CommerceSandbox.StartAsync(options => options.StorePath = folder.File("commerce.db"));

        Assert.Equal("Approved", (string?)(await second.ProspectAsync("P-000001"))["B2BProspectStatus"]);
        Assert.Single(await second.RowsAsync("/_sandbox/mails"));
        Assert.Equal("P-000002", await second.PendingAsync(Forms.Minimal()));
        Assert.Equal(2, (await second.RowsAsync("/data/OnlineChannelV2s")).Count);
    }

    [Fact]
    public async Task SecondStart_OnTheSameFile_IsRefusedInOneSentence()
    {
        using var folder = new TemporaryFolder();
        await using var first = await CommerceSandbox.StartAsync(options => options.StorePath = folder.File("commerce.db"));

        var refusal = await Assert.ThrowsAsync<SandboxStartException>(() => CommerceSandbox.StartAsync(options => options.StorePath = folder.File("commerce.db")));

        Assert.Contains("in use", refusal.Message);
    }

    [Fact]
    public async Task Reset_AfterAStory_LeavesTheSeedOnly()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.ApproveAsync(await sandbox.PendingAsync());

        var (status, _, _) = await sandbox.SendAsync(HttpMethod.Post, "/_sandbox/reset");

        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.Empty(await sandbox.RowsAsync("/data/Prospects"));
        Assert.Equal("P-000001", await sandbox.PendingAsync());
    }

    [Fact]
    public async Task Seed_ByDefault_HasTwoLegalEntitiesWithTheirChannels()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var channels = await sandbox.RowsAsync("/data/OnlineChannelV2s?$expand=CustomerV3($select=CustomerAccount,SalesCurrencyCode)");

        Assert.Equal(["000000011|usrt|B2B|USD|US-DEFAULT", "000000012|demf|B2B|EUR|EU-DEFAULT"], channels.Select(channel =>
            $"{channel["RetailChannelId"]}|{channel["DefaultCustomerLegalEntity"]}|{channel["CustomerType"]}|{channel["CustomerV3"]!["SalesCurrencyCode"]}|{channel["CustomerV3"]!["CustomerAccount"]}"));
        Assert.Equal(4, (await sandbox.RowsAsync("/data/RetailEventNotificationSettings?cross-company=true")).Count);
    }

    [Fact]
    public void Operation_OrJobClaimedTwice_StopsTheStart()
    {
        Assert.Contains("GET /jobs", Assert.Throws<SandboxStartException>(() => new OperationCatalogue([typeof(ListJobs), typeof(ListJobs)])).Message);
        Assert.Contains("P-0001", Assert.Throws<SandboxStartException>(() => new JobCatalogue([typeof(PullJob), typeof(PullJob)])).Message);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/site/000000011")]
    [InlineData("/api/services/x")]
    public async Task Path_NobodyServes_Is404WithABody(string path)
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Get, path);

        Assert.Equal((HttpStatusCode.NotFound, "SBX0404"), (status, (string?)body["error"]!["code"]));
    }
}
