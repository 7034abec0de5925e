using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Scripts;

/// <summary>Compiles one small script that touches what most scripts use: most of a first compile is loading the compiler.</summary>
internal static class ScriptWarmUp
{
    public const string Text = """
        #r "Newtonsoft.Json"
        #r "Microsoft.Azure.Workflows.Scripting"
        using Microsoft.Azure.Workflows.Scripting;
        using Microsoft.Extensions.Logging;
        using Newtonsoft.Json.Linq;

        public static async Task<Results> Run(WorkflowContext context, ILogger log)
        {
            var body = (JObject)(await context.GetActionResults("Any")).Outputs?["body"] ?? new JObject();
            var (name, kind) = Of(body);
            var names = body.Properties().Where(p => p.Value.Type != JTokenType.Null).Select(p => $"{p.Name}".Trim()).ToList();
            foreach (var empty in names.Where(n => n != "")) body[empty] = Text((string)body[empty] ?? name + kind, 10);
            if (name == null || names.Contains(name)) throw new InvalidOperationException("No " + name);
            return new Results { Name = string.Join(" ", names), Value = new JObject { ["a"] = 1, ["b"] = Guid.Empty.ToString() } };
        }

        static (string Name, int Kind) Of(JObject body) =>
            (string)body["name"] is { Length: > 0 } name ? (name, name switch { "a" => 1, _ => 2 }) : (null, 0);

        static string Text(string value, int length) => string.IsNullOrWhiteSpace(value) ? null : value.Substring(0, Math.Min(value.Length, length));

        public class Results { public string Name { get; set; } public JObject Value { get; set; } }
        """;

    public static readonly Lazy<Task> Once = new(() => Task.Factory.StartNew(
        () => { _ = ScriptCompiler.Compile(ScriptSources.OfText(Text), []); _ = ScriptOutput.ToJson(new { A = 1, B = new JArray(1) }); },
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));

    public static Task Started => Once.Value;
}
