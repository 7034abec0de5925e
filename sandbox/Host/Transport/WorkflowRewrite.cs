using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Transport;

/// <summary>Puts plain HTTP in the place of managed connections in one workflow. Names, order, run-after, tracking and secured data stay.</summary>
internal sealed class WorkflowRewrite(string workflow, JObject root, Connections connections, ICollection<Problem> problems)
{
    /// <summary>Something was replaced.</summary>
    public bool Changed { get; private set; }

    /// <summary>The trigger subscribes at Dataverse.</summary>
    public bool Subscribes { get; private set; }

    public void Run()
    {
        var definition = root["definition"] as JObject ?? [];
        foreach (var trigger in Entries(definition["triggers"]))
        {
            Trigger(trigger);
        }

        Block(definition["actions"]);
    }

    private static IEnumerable<JProperty> Entries(JToken? block) => (block as JObject)?.Properties().Where(entry => entry.Value is JObject) ?? [];

    private void Block(JToken? block)
    {
        foreach (var action in Entries(block).Select(entry => (JObject)entry.Value))
        {
            if (Is(action, "ApiConnection"))
            {
                Call(action);
            }
            else if (Is(action, "ApiConnectionWebhook"))
            {
                problems.Add(TransportProblems.NamedByAnswer(action.Path));
            }

            Block(action["actions"]);
            Block(action["else"]?["actions"]);
            Block(action["default"]?["actions"]);
            foreach (var branch in Entries(action["cases"]))
            {
                Block(branch.Value["actions"]);
            }
        }
    }

    private void Trigger(JProperty entry)
    {
        var trigger = (JObject)entry.Value;
        if (Is(trigger, "ApiConnection"))
        {
            Call(trigger);
        }
        else if (Is(trigger, "ApiConnectionWebhook") && Operations(trigger, out var inputs) is { } operations && operations.Subscribe(inputs, workflow, entry.Name, problems) is { } subscription)
        {
            (Changed, Subscribes) = (true, true);
            trigger["type"] = "HttpWebhook";
            trigger["inputs"] = subscription;
        }
    }

    private void Call(JObject operation)
    {
        if (Operations(operation, out var inputs) is not { } operations)
        {
            return;
        }

        var method = (string?)inputs["method"] ?? "get";
        if (operations.Find(inputs, method, problems) is { } target)
        {
            Changed = true;
            operation["type"] = "Http";
            operation["inputs"] = HttpInputs.Of(inputs, method, target);
        }
    }

    private IOperations? Operations(JObject operation, out JObject inputs)
    {
        inputs = operation["inputs"] as JObject ?? [];
        HttpInputs.CheckNames(inputs, problems);
        if (operation["runtimeConfiguration"]?["paginationPolicy"] is { } pages)
        {
            problems.Add(TransportProblems.OnlyManaged(pages.Path, "paginationPolicy"));
        }

        var reference = (string?)inputs["host"]?["connection"]?["referenceName"] ?? "";
        if (connections.Find(reference) is { } operations)
        {
            return operations;
        }

        problems.Add(TransportProblems.ForeignConnection(inputs["host"]?.Path ?? operation.Path, reference));
        return null;
    }

    private static bool Is(JObject operation, string type) => string.Equals((string?)operation["type"], type, StringComparison.OrdinalIgnoreCase);
}
