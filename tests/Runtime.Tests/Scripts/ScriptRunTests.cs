using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests.Scripts;

public sealed class ScriptRunTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // The platform's own template, with the directives and namespaces it opens.
    [Fact]
    public async Task Template_OfThePlatform_Runs()
    {
        _folder.Write("a.csx", """
            // Add the required libraries
            #r "Newtonsoft.Json"
            #r "Microsoft.Azure.Workflows.Scripting"
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.Primitives;
            using Microsoft.Extensions.Logging;
            using Microsoft.Azure.Workflows.Scripting;
            using Newtonsoft.Json.Linq;

            public static async Task<Results> Run(WorkflowContext context, ILogger log)
            {
                var triggerOutputs = (await context.GetTriggerResults().ConfigureAwait(false)).Outputs;
                var name = triggerOutputs?["body"]?["name"]?.ToString();
                log.LogInformation("Outputting results.");
                return new Results { Message = $"Hello {name} from CSharp action" };
            }

            public class Results
            {
                public string Message { get; set; }
            }
            """);

        var result = await _folder.RunAsync(trigger: JObject.Parse("""{"body":{"name":"Ada"}}"""));

        Assert.Null(result.Error);
        Assert.Equal("""{"message":"Hello Ada from CSharp action"}""", result.Body!.ToString(Formatting.None));
    }

    [Theory]
    [InlineData("public static int Run(WorkflowContext c) => 5;", "5")]
    [InlineData("public static string Run(WorkflowContext c) => null;", "null")]
    [InlineData("public static void Run(WorkflowContext c) { }", "null")]
    [InlineData("public static async Task Run(WorkflowContext c) { await Task.Yield(); }", "null")]
    [InlineData("static Task<JObject> Run(WorkflowContext c) => Task.FromResult(new JObject { [\"ABC\"] = 1 });", """{"ABC":1}""")]
    [InlineData("public static object Run(WorkflowContext c) => new { UpperCase = 1, Inner = new { DeepName = \"x\" } };", """{"upperCase":1,"inner":{"deepName":"x"}}""")]
    [InlineData("public static object Run(WorkflowContext c) => new[] { new { A = new JObject { [\"Kept\"] = 1 } } };", """[{"a":{"Kept":1}}]""")]
    [InlineData("public static object Run(WorkflowContext c) => new Dictionary<string, int> { [\"Key\"] = 1 };", """{"Key":1}""")]
    [InlineData("public static bool Run(CancellationToken t, WorkflowContext c) => t.CanBeCanceled;", "true")]
    [InlineData("public static int Run() => 1;", "1")]
    [InlineData("public static async Task<int> Run(WorkflowContext c) => (int)(await c.GetActionResults(\"Known\")).Outputs[\"body\"];", "7")]
    public async Task Run_OfEverySupportedForm_GivesItsResult(string run, string expected)
    {
        _folder.Write("a.csx", "using Microsoft.Azure.Workflows.Scripting; using Newtonsoft.Json.Linq; using System.Threading;\n" + run);

        var result = await _folder.RunAsync();

        Assert.Null(result.Error);
        Assert.Equal(expected, result.Body!.ToString(Formatting.None));
    }

    [Fact]
    public async Task Run_UnknownAction_FailsInTheWordsOfThePlatform()
    {
        _folder.Write("a.csx", "using Microsoft.Azure.Workflows.Scripting;\npublic static Task Run(WorkflowContext c) => c.GetActionResults(\"nonexistent\");");

        var result = await _folder.RunAsync();

        Assert.Null(result.Body);
        Assert.Equal(
            $"The function 'CSharp_{_folder.ProjectName}-create-lead_a.csx' failed with the error 'The action 'nonexistent' does not exist in the workflow.' when executing. Please verify function code is valid.",
            result.Error);
    }

    [Fact]
    public async Task Run_LoadedFiles_AreCompiledWithIt()
    {
        _folder
            .WriteShared("text.csx", "static string Shout(string s) => s.ToUpperInvariant();")
            .Write("names.csx", "#load \"..\\shared\\text.csx\"\nstatic string Name() => Shout(\"ada\");")
            .Write("a.csx", "#load \"names.csx\"\n#load \"..\\shared\\text.csx\"\nusing Microsoft.Azure.Workflows.Scripting;\npublic static string Run(WorkflowContext c) => Name();");

        Assert.Equal("ADA", (string?)(await _folder.RunAsync()).Body);
    }

    [Fact]
    public async Task Run_AfterALoadedFileChanged_SeesTheChange()
    {
        _folder.Write("b.csx", "static int Value() => 1;").Write("a.csx", "#load \"b.csx\"\npublic static int Run() => Value();");
        Assert.Equal(1, (int?)(await _folder.RunAsync()).Body);

        _folder.Write("b.csx", "static int Value() => 2;");

        Assert.Equal(2, (int?)(await _folder.RunAsync()).Body);
    }

    // Statics of the script live as long as its compiled form: counting them counts compilations.
    [Fact]
    public async Task Run_ManyAtOnce_CompilesOnce()
    {
        _folder.Write("a.csx", "using System.Threading;\nstatic int _calls;\npublic static int Run() => Interlocked.Increment(ref _calls);");

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _folder.RunAsync()));

        Assert.Equal(Enumerable.Range(1, 8), results.Select(r => (int)r.Body!).Order());
    }

    [Fact]
    public async Task Run_CallerGivesUp_ThrowsWhileTheScriptBlocks()
    {
        using var stop = new CancellationTokenSource();
        _folder.Write("a.csx", """
            using System.Threading; using Microsoft.Azure.Workflows.Scripting;
            public static async Task Run(WorkflowContext c) { await c.GetTriggerResults(); new ManualResetEvent(false).WaitOne(); }
            """);
        Assert.Empty(_folder.Scripts.Check(_folder.Workflow, "a.csx"));

        var running = _folder.RunAsync(ct: stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
