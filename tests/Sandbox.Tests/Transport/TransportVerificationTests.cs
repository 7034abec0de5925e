using System.Text.Json.Nodes;
using B2BConnector.Sandbox.Tests.Support;
using B2BConnector.Sandbox.Tests.Verification;

namespace B2BConnector.Sandbox.Tests.Transport;

/// <summary>verify-installation as the verb <c>workflows --transport http</c> writes it.</summary>
[Collection(nameof(HostProcess))]
public sealed class TransportVerificationTests
{
    private static readonly string[] Jobs = ["P-0001", "Synchronize customers and channel requests"];

    [Fact]
    public Task Verification_OverHttp_PassesAndLeavesARejectedProspectOnly() => VerifiedSandbox.PlayAsync(
        async sandbox =>
        {
            var report = await sandbox.VerifyAsync("http", new JsonObject { ["testEmail"] = "tests@contoso.example" }, Jobs);

            Assert.True(report.Result == "passed", report.ToString());
            Assert.All(new[] { "connector", "sales", "request", "prospect", "lead", "dualWrite", "rejection", "mirror" }, check => Assert.Equal("passed", report.StateOf(check)));
            Assert.Equal(["Rejected"], await sandbox.ProspectsAsync());
            Assert.Equal([2], await sandbox.LeadsAsync());
        },
        rewrite: HttpWorkflows.TakePlaceOf);

    [Fact]
    [Trait("Tier", "Long")]
    public Task Verification_OverHttpWhileTheJobsDoNotRun_WaitsInWordsAndGoesOnUnderItsName() => VerifiedSandbox.PlayAsync(
        async sandbox =>
        {
            var first = await sandbox.VerifyAsync("slow");
            var second = await sandbox.VerifyAsync("slow", null, Jobs);

            Assert.True((first.Result, first.StateOf("prospect")) == ("waiting", "waiting"), first.ToString());
            Assert.True(second.Result == "passed", second.ToString());
            Assert.Equal(["Rejected"], await sandbox.ProspectsAsync());
        },
        rewrite: HttpWorkflows.TakePlaceOf);
}
