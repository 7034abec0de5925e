using System.Net;
using System.Text.Json.Nodes;
using B2BConnector.Dataverse.Faults;
using B2BConnector.Host;
using B2BConnector.Sandbox.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace B2BConnector.Sandbox.Tests.Verification;

/// <summary>What verify-installation says of an installation that works, waits, or fails, and what it leaves behind.</summary>
[Collection(nameof(HostProcess))]
public sealed class VerifyInstallationTests
{
    private const string Pull = "P-0001", Synchronize = "Synchronize customers and channel requests";
    private const string Mailbox = "tests@contoso.example";

    [Fact]
    public Task Verification_OfAnInstallationThatWorks_PassesAndLeavesARejectedProspectOnly() => VerifiedSandbox.PlayAsync(async sandbox =>
    {
        var customers = await sandbox.CustomersAsync();

        var report = await sandbox.VerifyAsync("first", new JsonObject { ["testEmail"] = Mailbox }, Pull, Synchronize);

        Assert.True(report.Result == "passed", report.ToString());
        Assert.StartsWith("The installation works: ", report.Summary, StringComparison.Ordinal);
        Assert.All(new[] { "connector", "sales", "request", "prospect", "lead", "dualWrite", "rejection", "mirror" }, check => Assert.Equal("passed", report.StateOf(check)));
        Assert.Equal(("Rejected", true), ((string?)report.Decision!["status"], (bool?)report.Decision["byWorkflows"]));
        Assert.Contains("featureLinking", report.Checks("confirm"));
        Assert.Equal(["Rejected"], await sandbox.ProspectsAsync());
        Assert.Equal([2], await sandbox.LeadsAsync());
        Assert.Equal(["rejected"], await sandbox.MailsAsync(Mailbox));
        Assert.Equal(customers, await sandbox.CustomersAsync());
    });

    [Fact]
    public Task Verification_WhileTheJobsDoNotRun_WaitsInWordsAndGoesOnUnderItsName() => VerifiedSandbox.PlayAsync(async sandbox =>
    {
        var first = await sandbox.VerifyAsync("slow");
        var second = await sandbox.VerifyAsync("slow", null, Pull);
        var third = await sandbox.VerifyAsync("slow", null, Pull, Synchronize);

        Assert.True((first.Result, first.StateOf("prospect")) == ("waiting", "waiting"), first.ToString());
        Assert.Matches("^The request lies in the channel and waits for P-0001.* Then call again with the verification 'slow'", first.MessageOf("prospect"));
        Assert.Equal("skipped", first.StateOf("lead"));
        Assert.True((second.Result, second.StateOf("prospect")) == ("waiting", "waiting"), second.ToString());
        Assert.StartsWith("P-0001 has pulled the request; it waits for Synchronize customers and channel requests", second.MessageOf("prospect"), StringComparison.Ordinal);
        Assert.True(third.Result == "passed", third.ToString());
        Assert.Equal(["Rejected"], await sandbox.ProspectsAsync());
    });

    [Fact]
    [Trait("Tier", "Long")]
    public Task Verification_CalledTwiceAtATimeAndAgain_IsOneRequest() => VerifiedSandbox.PlayAsync(async sandbox =>
    {
        var first = await sandbox.BeginAsync("same");
        var second = await sandbox.VerifyAsync("same", new JsonObject { ["testEmail"] = "installation-check@example.com" }, Pull, Synchronize);
        var (_, other) = await sandbox.FollowAsync(first);
        var later = await sandbox.VerifyAsync("same");

        Assert.All(new[] { second, new Report(other), later }, report => Assert.True(report.Result == "passed", report.ToString()));
        Assert.Equal(["Rejected"], await sandbox.ProspectsAsync());
        Assert.Equal([2], await sandbox.LeadsAsync());
        Assert.Single(await sandbox.MailsAsync("installation-check@example.com"));
    });

    [Fact]
    [Trait("Tier", "Long")]
    public Task Production_WithoutConfirmationOrMailbox_IsRefusedAndNothingIsSent() => VerifiedSandbox.PlayAsync(
        async sandbox =>
        {
            foreach (var body in new JsonObject[] { [], new() { ["confirmProduction"] = true }, new() { ["testEmail"] = Mailbox }, new() { ["confirmProduction"] = false, ["testEmail"] = Mailbox } })
            {
                var (status, answer) = await sandbox.FollowAsync(await sandbox.BeginAsync("careless", body));
                Assert.Equal((HttpStatusCode.BadRequest, "production_not_confirmed"), (status, (string?)answer["error"]!["code"]));
            }

            await sandbox.Systems.RunRequestJobsAsync(CancellationToken.None);
            Assert.Empty(await sandbox.ProspectsAsync());

            var report = await sandbox.VerifyAsync("careful", new JsonObject { ["confirmProduction"] = true, ["testEmail"] = Mailbox }, Pull, Synchronize);
            Assert.True(report.Result == "passed", report.ToString());
        },
        parameters: new JsonObject { ["isProduction"] = true });

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("x' or 1 eq 1")]
    public Task Verification_WithoutAProperName_IsRefusedAtOnce(string name) => VerifiedSandbox.PlayAsync(async sandbox =>
    {
        using var answer = await sandbox.AskAsync(name);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    });

    [Fact]
    [Trait("Tier", "Long")]
    public Task Connector_Down_FailsAndNothingIsSent() => VerifiedSandbox.PlayAsync(
        async sandbox =>
        {
            var report = await sandbox.VerifyAsync("down");

            Assert.Equal(["connector"], report.Checks("failed"));
            Assert.StartsWith("The connector did not answer as it should (502).", report.MessageOf("connector"), StringComparison.Ordinal);
            Assert.Equal(("skipped", "passed"), (report.StateOf("request"), report.StateOf("sales")));
            Assert.Equal("Failed", (string?)Assert.Single(await sandbox.Systems.RunsAsync("verify-installation", null, CancellationToken.None))["properties"]!["status"]);
        },
        services: SandboxServices.All & ~SandboxServices.Console & ~SandboxServices.Connector);

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData("b2bconnector-connectionKey", "connector", "The connector did not let the workflows in (401).")]
    [InlineData("commondataservice-connectionKey", "sales", "Sales did not let the workflows in (401).")]
    public Task Key_ThatIsWrong_FailsAndSaysWhichConnection(string setting, string check, string expected) => VerifiedSandbox.PlayAsync(
        async sandbox =>
        {
            var report = await sandbox.VerifyAsync("key");

            Assert.True(report.Checks("failed").SequenceEqual([check]), report.ToString());
            Assert.StartsWith(expected, report.MessageOf(check), StringComparison.Ordinal);
            Assert.EndsWith("Correct the key or the role of the connection.", report.MessageOf(check), StringComparison.Ordinal);
            Assert.Empty(await sandbox.ProspectsAsync());
        },
        change: options => options.AppSettings[setting] = "wrong");

    [Fact]
    [Trait("Tier", "Long")]
    public Task Onboarding_NotConfigured_FailsWithTheConnectorsOwnSentence() => VerifiedSandbox.PlayAsync(
        async sandbox =>
        {
            var report = await sandbox.VerifyAsync("route");

            Assert.True(report.Checks("failed").SequenceEqual(["request"]), report.ToString());
            Assert.Contains("Onboarding:Route", report.MessageOf("request"), StringComparison.Ordinal);
        },
        change: options => options.Hooks.Connector += builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Onboarding:Route"] = "" }));

    /// <summary>What dual-write's own map does beside the connector: a lead of the same company, without the connector's key.</summary>
    [Fact]
    [Trait("Tier", "Long")]
    public Task Lead_OfDualWritesOwnMap_IsFoundAndNamed() => VerifiedSandbox.PlayAsync(async sandbox =>
    {
        await sandbox.Systems.Sales.PostAsync("/api/data/v9.2/leads", new JsonObject { ["subject"] = "Prospect", ["companyname"] = "B2B connector check both", ["lastname"] = "Check" }, CancellationToken.None);

        var report = await sandbox.VerifyAsync("both", null, Pull, Synchronize);

        Assert.True(report.Checks("failed").SequenceEqual(["dualWrite"]), report.ToString());
        Assert.Contains("stop its map Prospects (leads)", report.MessageOf("dualWrite"), StringComparison.Ordinal);
        Assert.Equal(["Rejected"], await sandbox.ProspectsAsync());
    });

    /// <summary>The cleaning does not depend on what is verified.</summary>
    [Fact]
    [Trait("Tier", "Long")]
    public Task Disqualification_ThatNobodyHears_IsReportedAndTheProspectRejectedAllTheSame() => VerifiedSandbox.PlayAsync(
        async sandbox =>
        {
            var report = await sandbox.VerifyAsync("unheard", null, Pull, Synchronize);

            Assert.True(report.Checks("failed").SequenceEqual(["rejection"]), report.ToString());
            Assert.Contains("no workflow rejected the prospect within 20 minutes", report.MessageOf("rejection"), StringComparison.Ordinal);
            Assert.Equal(false, (bool?)report.Decision!["byWorkflows"]);
            Assert.Equal(["Rejected"], await sandbox.ProspectsAsync());
            Assert.Equal([2], await sandbox.LeadsAsync());
        },
        change: options => options.Hooks.Dataverse += dataverse => dataverse.CallbackFaults.Script = _ => new CallbackFault { Kind = CallbackFaultKind.Drop },
        parameters: new JsonObject { ["reconcileIntervalMinutes"] = 500_000 });
}
