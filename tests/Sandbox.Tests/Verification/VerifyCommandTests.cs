using System.Text.Json.Nodes;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Verification;

/// <summary>The verb <c>verify</c>, as people and pipelines start it.</summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Process")]
public sealed class VerifyCommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Verify_OfASandbox_PrintsTheReportAndEndsWithZero()
    {
        using var folder = new TemporaryFolder();
        using var verify = HostProcess.Start("verify", "--name", "mine", "--data", folder.Path);

        var code = await verify.EndAsync(Patience);

        Assert.True(code == 0, verify.Output + verify.Errors);
        Assert.Contains("passed: The installation works: a test request became a lead, and its rejection came back.", verify.Output, StringComparison.Ordinal);
        Assert.Contains("Submit test request: succeeded", verify.Output, StringComparison.Ordinal);
        Assert.Matches(@"passed +rejection +The test lead is disqualified", verify.Output);
        Assert.Matches(@"confirm +featureLinking +Look in Feature management", verify.Output);
    }

    [Fact]
    public async Task Verify_OfBrokenWorkflows_PrintsWhatFailedAndEndsWithOne()
    {
        using var folder = new TemporaryFolder();
        var workflows = folder.CopyOfWorkflows();
        var parameters = Path.Combine(workflows, "parameters.json");
        File.WriteAllText(parameters, File.ReadAllText(parameters).Replace("0000000000a1", "0000000000ff", StringComparison.Ordinal));
        using var verify = HostProcess.Start("verify", "--json", "--workflows", workflows, "--data", Path.Combine(folder.Path, "data"));

        var code = await verify.EndAsync(Patience);

        var report = JsonNode.Parse(verify.Output)!;
        Assert.True((code, (string?)report["result"]) == (1, "failed"), verify.Output + verify.Errors);
        var failed = Assert.Single(report["checks"]!.AsArray(), check => (string?)check!["state"] == "failed")!;
        Assert.Equal("lead", (string?)failed["check"]);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/api", "does not answer")]
    [InlineData("nowhere", "--url is no address")]
    public async Task Verify_OfNoInstallation_IsOneSentenceAndEndsWithTwo(string url, string expected)
    {
        using var verify = HostProcess.Start("verify", "--url", url);

        var code = await verify.EndAsync(Patience);

        Assert.Equal(2, code);
        Assert.Contains(expected, verify.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", verify.Errors, StringComparison.Ordinal);
    }
}
