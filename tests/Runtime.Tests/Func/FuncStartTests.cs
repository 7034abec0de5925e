using System.Net;
using System.Net.Sockets;
using System.Text;
using B2BConnector.Runtime.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests.Func;

/// <summary>What tools rely on (documented, and read in LogicAppUnit's sources): the name, the line, the working folder, the end.</summary>
public sealed class FuncStartTests : IDisposable
{
    private const string Workflows = "/runtime/webhooks/workflow/api/management/workflows";
    private const string Echo = """{"Answer":{"type":"Response","kind":"Http","inputs":{"statusCode":200,"body":"@triggerBody()"},"runAfter":{}}}""";
    private const string Pause = """{"Pause":{"type":"Wait","inputs":{"interval":{"count":1,"unit":"Hour"}},"runAfter":{}}}""";

    private const string Script = """
        {"Run":{"type":"CSharpScriptCode","inputs":{"CodeFile":"run.csx"},"runAfter":{}},
         "Answer":{"type":"Response","kind":"Http","inputs":{"statusCode":200,"body":"@body('Run')"},"runAfter":{"Run":["Succeeded"]}}}
        """;

    private readonly ProjectFolder folder = FuncFolder.Create();
    private readonly HttpClient client = new();

    public void Dispose()
    {
        client.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("start", "--verbose", "--port", "0")]
    [InlineData("host", "start", "-p", "0")]
    public async Task Start_InAProjectFolder_IsReadySmallAndCallable(params string[] arguments)
    {
        folder.WithActions("echo", Echo);
        using var func = FuncProcess.Start(folder.Path, arguments);
        await func.ReadyAsync();
        var (memory, processor, assemblies) = (func.WorkingSet, func.ProcessorTime, func.Assemblies);

        Assert.Equal("func", func.Name);
        Assert.Matches(@"Host started \(\d+ms\)", func.Output);
        Assert.DoesNotContain(assemblies, IsHeavy);
        Assert.InRange(memory, 1, 120 * 1024 * 1024);

        // What a busy machine does to the clock is not the host's doing; its own work is a bound on what a free one needs.
        Assert.InRange(processor, TimeSpan.Zero, TimeSpan.FromSeconds(1.2));
        Assert.Equal("Running", (string?)(await GetAsync(func, "/admin/host/status"))["state"]);
        Assert.Equal("""{"a":1}""", await CallAsync(func, "echo", """{"a":1}"""));
    }

    [Fact]
    public async Task Start_WithAScript_LoadsTheCompilerForItsFirstRunOnly()
    {
        folder.WithActions("scripted", Script).With("scripted/run.csx", """
            #r "Newtonsoft.Json"
            #r "Microsoft.Azure.Workflows.Scripting"
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.Primitives;
            using Microsoft.Azure.Workflows.Scripting;
            public static async Task<Results> Run(WorkflowContext context) =>
                new Results { Message = "Hello " + (await context.GetTriggerResults()).Outputs["body"]["name"] };
            public class Results { public string Message { get; set; } }
            """);
        foreach (var compiles in (bool[])[true, false])
        {
            using var func = FuncProcess.Start(folder.Path, "start", "--port", "0");
            await func.ReadyAsync();

            Assert.DoesNotContain(func.Assemblies, IsHeavy);
            Assert.Equal("""{"message":"Hello Ada"}""", await CallAsync(func, "scripted", """{"name":"Ada"}"""));
            Assert.Equal(compiles, func.Assemblies.Any(IsHeavy));
        }
    }

    [Fact]
    public async Task Start_PortTaken_IsOneLineAndTheEnd()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        folder.WithActions("echo", Echo);
        using var func = FuncProcess.Start(folder.Path, "start", "--port", $"{port}");

        Assert.Equal(2, await func.EndAsync());
        Assert.Equal($"Port {port} is taken by another program. Stop that one, or choose another port with --port.", func.Errors);
        Assert.Equal("", func.Output.Trim());
    }

    [Theory]
    [InlineData("it has no host.json", "start")]
    [InlineData("The option '--shine' is not understood", "start", "--shine")]
    [InlineData("'seventy' is not a port", "start", "--port", "seventy")]
    [InlineData("'init' is not understood", "init")]
    public async Task Start_WhatCannotBe_IsOneLineThatSaysWhy(string reason, params string[] arguments)
    {
        using var empty = new ProjectFolder();
        File.Delete(Path.Combine(empty.Path, "host.json"));
        using var func = FuncProcess.Start(empty.Path, arguments);

        Assert.Equal(2, await func.EndAsync());
        Assert.Contains(reason, Assert.Single(func.Errors.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OneWorkflowBroken_RunsTheOthersAndSaysWhatIsWrong()
    {
        folder.WithActions("echo", Echo).WithActions("broken", """{"Bad":{"type":"Teleport","runAfter":{}}}""");
        using var func = FuncProcess.Start(folder.Path, "start", "--port", "0");
        await func.ReadyAsync();

        Assert.Equal("1", await CallAsync(func, "echo", "1"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(new Uri(func.Address, $"{Workflows}/broken/triggers/manual/listCallbackUrl"), null)).StatusCode);
        var health = (await GetAsync(func, $"{Workflows}/broken"))["health"]!;
        Assert.Equal("Unhealthy", (string?)health["state"]);
        Assert.Contains("RT0003", (string)health["error"]!["message"]!, StringComparison.Ordinal);
        await func.SeenAsync("error RT0003: Action 'Bad' has the type 'Teleport'");
    }

    [Fact]
    public async Task Start_WithoutCultures_SaysSoOnce()
    {
        folder.WithActions("echo", Echo);
        using var func = FuncProcess.Start(folder.Path, variables => variables["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1", "start", "--port", "0");

        await func.SeenAsync("globalization-invariant mode");

        await CallAsync(func, "echo", "{}");
        Assert.Single(func.Output.Split('\n'), line => line.Contains("globalization-invariant mode", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Action_ThatFails_IsReportedOnStandardOutput()
    {
        folder.WithActions("failing", """{"Divide":{"type":"Compose","inputs":"@div(1,0)","runAfter":{}},"Answer":{"type":"Response","inputs":{},"runAfter":{"Divide":["Failed"]}}}""");
        using var func = FuncProcess.Start(folder.Path, "start", "--port", "0");
        await func.ReadyAsync();
        await CallAsync(func, "failing", "{}");

        await func.SeenAsync("action Divide Failed (BadRequest): Unable to process template language expressions in action 'Divide'");
    }

    [Fact]
    [Trait("Tier", "Process")]
    public async Task Stop_BySignalOrKill_LetsUnfinishedRunsGoOnAtTheNextStart()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // no SIGTERM there
        }

        folder.WithActions("pause", Pause);
        string run;
        using (var first = FuncProcess.Start(folder.Path, "start", "--port", "0"))
        {
            await first.ReadyAsync();
            await CallAsync(first, "pause", "{}");
            run = (string)(await GetAsync(first, $"{Workflows}/pause/runs"))["value"]![0]!["name"]!;
            first.Terminate();
            Assert.Equal(0, await first.EndAsync());
        }

        using (var second = FuncProcess.Start(folder.Path, "start", "--port", "0"))
        {
            await second.ReadyAsync();
            Assert.Equal("Running", await StatusAsync(second, run));
            second.Kill();
            await second.EndAsync();
        }

        using var third = FuncProcess.Start(folder.Path, "start", "--port", "0");
        await third.ReadyAsync();
        (await client.PostAsync(new Uri(third.Address, $"{Workflows}/pause/runs/{run}/cancel"), null)).EnsureSuccessStatusCode();
        await third.SeenAsync($"run {run}: Cancelled");
        Assert.Equal("Cancelled", await StatusAsync(third, run));
    }

    private static bool IsHeavy(string assembly) => new[] { "Microsoft.CodeAnalysis", "Microsoft.EntityFrameworkCore", "Spectre.Console", "System.CommandLine", "Microsoft.Extensions.Logging.Console" }
        .Any(name => assembly.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private async Task<string?> StatusAsync(FuncProcess func, string run) =>
        (string?)(await GetAsync(func, $"{Workflows}/pause/runs/{run}"))["properties"]!["status"];

    private async Task<JObject> GetAsync(FuncProcess func, string path) => JObject.Parse(await client.GetStringAsync(new Uri(func.Address, path)));

    private async Task<string> CallAsync(FuncProcess func, string workflow, string body)
    {
        var url = await client.PostAsync(new Uri(func.Address, $"{Workflows}/{workflow}/triggers/manual/listCallbackUrl"), null);
        var address = (string)JObject.Parse(await url.Content.ReadAsStringAsync())["value"]!;
        var answer = await client.PostAsync(address, new StringContent(body, Encoding.UTF8, "application/json"));
        return await answer.Content.ReadAsStringAsync();
    }
}
