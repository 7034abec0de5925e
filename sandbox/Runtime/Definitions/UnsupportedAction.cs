using B2BConnector.Runtime.Actions;
using B2BConnector.Runtime.Definitions.Platform;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>
/// An action whose type this runtime does not run. It is read all the same: names, blocks and expressions count for the rest of the file,
/// and their faults are wanted now.
/// </summary>
internal static class UnsupportedAction
{
    private static readonly string[] Elsewhere = ["runAfter", "type", "kind", "metadata", "description", "actions", "else", "default", "cases", "tools"];

    public static void Read(WorkflowReader workflow, ActionDefinition definition, ObjectReader json)
    {
        if (definition.Type.Length > 0)
        {
            json.Report(workflow.Host == WorkflowHosts.Standard && PlatformCatalogue.ActionTypes.Contains(definition.Type)
                ? UnsupportedProblems.ActionTypeNotSupported(json.PathOf("type"), definition.Name, definition.Type)
                : RuntimeProblems.UnknownActionType(json.PathOf("type"), definition.Name, definition.Type, ActionRegistry.Supported(workflow.Host)));
        }

        foreach (var property in json.Json.Properties().Where(property => !Elsewhere.Contains(property.Name, StringComparer.OrdinalIgnoreCase)))
        {
            json.Template(property.Name);
        }

        if (workflow.Host == WorkflowHosts.Standard && json.Json["inputs"] is JObject inputs)
        {
            UnsupportedInputs.Check(inputs, json.PathOf("inputs"), workflow.Project, workflow.Definition.Folder, json);
        }

        Block(workflow, definition, json.Json, json.Path);
        Block(workflow, definition, json.Json["else"], json.PathOf("else"));
        Block(workflow, definition, json.Json["default"], json.PathOf("default"));
        foreach (var group in (string[])["cases", "tools"])
        {
            foreach (var branch in (json.Json[group] as JObject)?.Properties() ?? [])
            {
                Block(workflow, definition, branch.Value, JsonPath.Append(json.PathOf(group), branch.Name));
            }
        }

        definition.Calls = [.. json.Templates.Calls];
    }

    private static void Block(WorkflowReader workflow, ActionDefinition definition, JToken? holder, string path)
    {
        if ((holder as JObject)?["actions"] is JObject actions)
        {
            definition.Blocks.Add(workflow.ReadBlock(actions, JsonPath.Append(path, "actions"), definition));
        }
    }
}
