using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Demo;

/// <summary>What a person sees when the sandbox cannot start: one clear sentence, exit code 2.</summary>
[Collection(nameof(HostProcess))]
public sealed class StartTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Start_PortTaken_SaysWhichOneAndWhatToDo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var host = HostProcess.Start("--ephemeral", "--commerce-port", $"{port}");

        Assert.Equal(2, await host.EndAsync(Patience));
        Assert.Contains($"Port {port} of the Commerce emulator is taken by another program. Stop that one, or choose another port with --commerce-port.", OneLine(host.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WorkflowsFolderMissing_SaysSo()
    {
        using var host = HostProcess.Start("--ephemeral", "--workflows", "no-such-folder");

        Assert.Equal(2, await host.EndAsync(Patience));
        Assert.Contains("no-such-folder is missing. Name it with --workflows.", OneLine(host.Errors), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Tier", "Process")]
    public async Task Start_SecondTimeOnTheSameData_IsRefusedInOneSentence()
    {
        using var folder = new TemporaryFolder();
        using var first = HostProcess.Start("--data", folder.Path);
        await first.SeenAsync("Ctrl+C stops", Patience);
        using var second = HostProcess.Start("--data", folder.Path);

        Assert.Equal(2, await second.EndAsync(Patience));
        Assert.Contains("is in use by another running sandbox", OneLine(second.Errors), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Tier", "Process")]
    public async Task Start_AfterCtrlC_HasAllDataAgain()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // a console signal cannot be sent to one child process there
        }

        using var folder = new TemporaryFolder();
        var ports = HostProcess.SamePorts();
        using var site = new HttpClient { BaseAddress = new Uri($"http://localhost:{ports[3]}") };
        using var form = JsonContent.Create(Sample.Load(Path.Combine(Repository.Root, "samples", "onboarding-requests.json"))[0].Request);
        string where;
        using (var first = HostProcess.Start(["--data", folder.Path, .. ports]))
        {
            await first.SeenAsync("Ctrl+C stops", Patience);
            using var answer = await site.PostAsync("/site/000000012/onboarding-requests", form);
            where = answer.Headers.Location!.OriginalString;
            first.Interrupt();
            Assert.Equal(0, await first.EndAsync(Patience));
        }

        using var second = HostProcess.Start(["--data", folder.Path, .. ports]);
        await second.SeenAsync("Ctrl+C stops", Patience);

        Assert.Contains("InChannel", await site.GetStringAsync(where), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Tier", "Process")]
    public async Task Start_ErrorsInSeveralWorkflows_AreAllReportedWithFileAndPosition()
    {
        using var folder = new TemporaryFolder();
        var workflows = folder.CopyOfWorkflows();
        Break("create-lead", "\"type\": \"Scope\"", "\"type\": \"Scoop\"");
        Break("lead-qualified", "\"kind\": \"Stateful\"", "\"kind\": \"Stateful\",,");
        Break("decide-prospect", "@workflow()?['run']?['name']", "@workflow(?['run']");
        Break("opportunity-closed", "\"referenceName\": \"commondataservice\"", "\"referenceName\": \"dataverse\"");
        using var host = HostProcess.Start("--ephemeral", "--workflows", workflows);

        Assert.Equal(2, await host.EndAsync(Patience));
        foreach (var workflow in new[] { "create-lead", "lead-qualified", "decide-prospect", "opportunity-closed" })
        {
            Assert.Matches($@"{workflow}[/\\]workflow\.json\(\d+,\d+\): error (RT|WDL)\d+: ", host.Errors);
        }

        Assert.Contains("nothing was started", OneLine(host.Errors), StringComparison.Ordinal);

        void Break(string workflow, string text, string by)
        {
            var file = Path.Combine(workflows, workflow, "workflow.json");
            var content = File.ReadAllText(file);
            Assert.Contains(text, content, StringComparison.Ordinal);
            File.WriteAllText(file, content.Replace(text, by, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData]
    [InlineData("demo")]
    [InlineData("reset")]
    [InlineData("connector")]
    [InlineData("commerce")]
    [InlineData("dataverse")]
    [InlineData("runtime")]
    [InlineData("console")]
    public async Task Help_EveryVerb_IsPrinted(params string[] verb)
    {
        using var host = HostProcess.Start([.. verb, "--help"]);

        Assert.Equal(0, await host.EndAsync(Patience));
        Assert.Contains("--workflows", host.Output, StringComparison.Ordinal);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
