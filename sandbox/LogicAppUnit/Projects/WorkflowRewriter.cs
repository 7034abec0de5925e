using System.Net;
using LogicAppUnit.Mocking;
using Newtonsoft.Json.Linq;

namespace LogicAppUnit.Projects;

/// <summary>Changes a workflow as LogicAppUnit does before it runs one: what would leave the process becomes a call of the mocks.</summary>
internal sealed class WorkflowRewriter(TestConfigurationWorkflow options)
{
    public void Rewrite(JObject workflow)
    {
        if (workflow["definition"] is not JObject definition)
        {
            return;
        }

        ReplaceTrigger(definition["triggers"] as JObject);
        foreach (var action in Actions(definition).ToList())
        {
            switch ((string?)action["type"])
            {
                case "Http":
                    RewriteHttp(action);
                    break;
                case "ApiConnection" when options.RemoveManagedApiConnectionRetryConfiguration:
                    RemoveRetries(action);
                    break;
                case "Workflow" or "InvokeFunction":
                    Mock(action, action["inputs"]);
                    break;
                case "ServiceProvider" when IsMocked(action):
                    Mock(action, action["inputs"]?["parameters"]);
                    break;
            }
        }
    }

    /// <summary>Name of the trigger that a test calls; null without.</summary>
    public static string? TriggerOf(JObject workflow) =>
        ((workflow["definition"] as JObject)?["triggers"] as JObject)?.Properties().FirstOrDefault(trigger => (string?)trigger.Value["type"] == "Request")?.Name;

    private static void ReplaceTrigger(JObject? triggers)
    {
        if (triggers?.Properties().FirstOrDefault(trigger => (string?)trigger.Value["type"] != "Request")?.Name is { } name)
        {
            triggers.RemoveAll();
            triggers[name] = new JObject { ["type"] = "Request", ["kind"] = "Http", ["inputs"] = new JObject { ["schema"] = new JObject() } };
        }
    }

    private void RewriteHttp(JObject action)
    {
        if (options.RemoveHttpRetryConfiguration)
        {
            RemoveRetries(action);
        }

        if (options.RemoveHttpChunkingConfiguration && action["runtimeConfiguration"] is JObject configuration
            && (string?)configuration["contentTransfer"]?["transferMode"] == "Chunked")
        {
            configuration.Remove("contentTransfer");
        }

        if (action["inputs"]?["authentication"] is JObject authentication && (string?)authentication["type"] == "ManagedServiceIdentity")
        {
            authentication["type"] = "None";
        }
    }

    private static void RemoveRetries(JObject action)
    {
        if (action["inputs"] is JObject inputs)
        {
            inputs["retryPolicy"] = new JObject { ["type"] = "none" };
        }
    }

    // Tracked properties, limits and the description are lost, as they are with LogicAppUnit.
    private static void Mock(JObject action, JToken? body)
    {
        var name = ((JProperty)action.Parent!).Name;
        var inputs = new JObject { ["method"] = "POST", ["uri"] = $"{MockServer.Address}/{WebUtility.UrlEncode(name)}", ["retryPolicy"] = new JObject { ["type"] = "none" } };
        if (body is not null)
        {
            inputs["body"] = body.DeepClone();
        }

        var runAfter = action["runAfter"];
        action.RemoveAll();
        action["type"] = "Http";
        action["inputs"] = inputs;
        action["operationOptions"] = "DisableAsyncPattern";
        if (runAfter is not null)
        {
            action["runAfter"] = runAfter;
        }
    }

    private bool IsMocked(JObject action) =>
        (string?)action["inputs"]?["serviceProviderConfiguration"]?["operationId"] is { } operation && options.BuiltInConnectorsToMock.Contains(operation);

    private static IEnumerable<JObject> Actions(JObject definition) =>
        from block in definition.Descendants().OfType<JProperty>()
        where block.Name == "actions" && block.Value is JObject
        from action in ((JObject)block.Value).Properties()
        where action.Value is JObject { Count: > 0 } && ((JObject)action.Value)["type"] is JValue
        select (JObject)action.Value;
}
