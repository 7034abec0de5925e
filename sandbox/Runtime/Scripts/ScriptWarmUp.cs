using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Scripts;

/// <summary>Compiles one small script that touches what most scripts use: most of a first compile is loading the compiler.</summary>
internal static class ScriptWarmUp
{
    private const string Text = """
        #r "Newtonsoft.Json"
        #r "Microsoft.Azure.Workflows.Scripting"
        using Microsoft.Azure.Workflows.Scripting;
        using Microsoft.Extensions.Logging;
        using Newtonsoft.Json.Linq;

        public static async Task<Results> Run(WorkflowContext context, ILogger log)
        {
            var trigger = await context.GetTriggerResults();
            var names = trigger.Outputs?["body"]?.Select(token => $"{token}".Trim()).Where(name => name != "").ToList();
            return new Results { Name = (string)trigger.Outputs?["name"] ?? string.Join(" ", names), Value = new JObject { ["a"] = 1 } };
        }

        public class Results { public string Name { get; set; } public JObject Value { get; set; } }
        """;

    public static readonly Lazy<Task> Once = new(() => Task.Factory.StartNew(
        () => { _ = ScriptCompiler.Compile(ScriptSources.OfText(Text), []); _ = ScriptOutput.ToJson(new { A = 1, B = new JArray(1) }); },
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));

    public static Task Started => Once.Value;
}
