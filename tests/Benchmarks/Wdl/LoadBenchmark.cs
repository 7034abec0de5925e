using B2BConnector.Runtime;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Benchmarks.Wdl;

/// <summary>How long a Logic App folder with one workflow of 500 actions takes to be read and checked, warm: the best of several, processor time.</summary>
internal static class LoadBenchmark
{
    private const int Actions = 500;
    private const int Scopes = 5;
    private const int Loads = 30;
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(100);

    public static async Task<bool> RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("b2b-load");
        try
        {
            Write(folder.FullName);
            var best = Enumerable.Range(0, Loads).Min(_ => Load(folder.FullName));
            await output.WriteLineAsync($"{(best <= Most ? "ok    " : "MISSED")} {Actions} actions loaded and checked in {best.TotalMilliseconds:F1} ms (at most {Most.TotalMilliseconds:F0})");
            return best <= Most;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static TimeSpan Load(string folder)
    {
        var start = Environment.CpuUsage.TotalTime;
        var result = WorkflowProject.Load(folder, new Dictionary<string, string>(StringComparer.Ordinal));
        var time = Environment.CpuUsage.TotalTime - start;
        return result.Project is not null ? time : throw new InvalidOperationException(string.Join(Environment.NewLine, result.Problems));
    }

    private static void Write(string folder)
    {
        var scopes = new JObject();
        for (var scope = 0; scope < Scopes; scope++)
        {
            scopes[$"Scope_{scope}"] = new JObject { ["type"] = "Scope", ["actions"] = Chain(scope, (Actions / Scopes) - 1), ["runAfter"] = After(scope == 0 ? null : $"Scope_{scope - 1}") };
        }
        var definition = new JObject
        {
            ["$schema"] = "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
            ["contentVersion"] = "1.0.0.0",
            ["triggers"] = new JObject { ["manual"] = new JObject { ["type"] = "Request", ["kind"] = "Http", ["inputs"] = new JObject() } },
            ["actions"] = scopes,
            ["outputs"] = new JObject(),
        };
        File.WriteAllText(Path.Combine(folder, "host.json"), """{ "version": "2.0", "extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle.Workflows", "version": "[1.*, 2.0.0)" } }""");
        var workflow = Directory.CreateDirectory(Path.Combine(folder, "many-actions"));
        File.WriteAllText(Path.Combine(workflow.FullName, "workflow.json"), new JObject { ["definition"] = definition, ["kind"] = "Stateful" }.ToString());
    }

    /// <summary>Compose actions, each with the five expressions and a look at its predecessor.</summary>
    private static JObject Chain(int scope, int count)
    {
        var actions = new JObject();
        for (var i = 0; i < count; i++)
        {
            var before = i == 0 ? null : $"Step_{scope}_{i - 1}";
            var inputs = new JObject { ["before"] = before is null ? "none" : $"@outputs('{before}')?['navigate']" };
            foreach (var (name, template) in MakerExpressions.All)
            {
                inputs[name] = template.Replace("body('Get_prospect')", "triggerBody()", StringComparison.Ordinal);
            }
            actions[$"Step_{scope}_{i}"] = new JObject { ["type"] = "Compose", ["inputs"] = inputs, ["runAfter"] = After(before) };
        }
        return actions;
    }

    private static JObject After(string? action) => action is null ? [] : new JObject { [action] = new JArray("Succeeded") };
}
