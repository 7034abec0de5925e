using B2BConnector.Runtime.Definitions.Platform;
using B2BConnector.Runtime.Triggers;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>A trigger whose type this runtime does not run; its expressions and connections are checked all the same.</summary>
internal static class UnsupportedTrigger
{
    public static void Read(WorkflowReader workflow, TriggerDefinition trigger, ObjectReader json)
    {
        if (trigger.Type.Length > 0)
        {
            json.Report(workflow.Host == WorkflowHosts.Standard && PlatformCatalogue.TriggerTypes.Contains(trigger.Type)
                ? UnsupportedProblems.TriggerTypeNotSupported(json.PathOf("type"), trigger.Name, trigger.Type)
                : RuntimeProblems.UnknownTriggerType(json.PathOf("type"), trigger.Name, trigger.Type, TriggerRegistry.Supported(workflow.Host)));
        }

        foreach (var property in json.Json.Properties())
        {
            json.Template(property.Name);
        }

        if (workflow.Host == WorkflowHosts.Standard && json.Json["inputs"] is JObject inputs)
        {
            UnsupportedInputs.Check(inputs, json.PathOf("inputs"), workflow.Project, null, json);
        }

        trigger.Calls = [.. json.Templates.Calls];
    }
}
