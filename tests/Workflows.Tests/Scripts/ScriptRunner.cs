using B2BConnector.Runtime.Scripts;
using Microsoft.Azure.Workflows.Scripting;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json.Linq;
using B2BConnector.Workflows.Tests.Support;

namespace B2BConnector.Workflows.Tests.Scripts;

/// <summary>Runs one .csx of the real workflows folder with given action results.</summary>
internal static class ScriptRunner
{
    private static readonly CSharpScripts Scripts = new(NullLoggerFactory.Instance);

    public static async Task<ScriptResult> RunAsync(string workflow, string file, params (string Action, JToken? Body)[] results)
    {
        var byName = results.ToDictionary(result => result.Action, result => new WorkflowOperationResult
        {
            Name = result.Action,
            Outputs = result.Body is null ? null : new JObject { ["statusCode"] = 200, ["body"] = result.Body },
            Status = result.Body is null ? "Skipped" : "Succeeded",
        });
        var context = new WorkflowContext(
            () => Task.FromResult(new WorkflowOperationResult { Name = "trigger" }),
            name => Task.FromResult(byName.GetValueOrDefault(name)));
        return await Scripts.RunAsync(Path.Combine(Repository.Root, "workflows", workflow), file, context, CancellationToken.None);
    }
}
