using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.History;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests.Support;

/// <summary>A run as a tree of actions with status, code, outputs and error.</summary>
internal sealed class RunOutline(TestEngine engine, string workflow, string run)
{
    public IEnumerable<string> Lines()
    {
        var properties = engine.Engine.History.Run(workflow, run)!["properties"]!;
        yield return $"{workflow}: {properties["status"]}{Code(properties)}{Error(properties)}";
        foreach (var line in Block(engine.Engine.Project.Workflows[workflow].Actions, "  "))
        {
            yield return line;
        }
    }

    private IEnumerable<string> Block(ActionBlock block, string indent)
    {
        foreach (var action in block.Actions)
        {
            foreach (var line in Action(action, indent))
            {
                yield return line;
            }

            foreach (var line in action.Blocks.SelectMany(inner => Block(inner, indent + "  ")))
            {
                yield return line;
            }
        }
    }

    private IEnumerable<string> Action(ActionDefinition action, string indent)
    {
        if (engine.Engine.History.Action(workflow, run, action.Name) is not { } found)
        {
            yield return $"{indent}{action.Name}: (never reached)";
            yield break;
        }

        var properties = found["properties"]!;
        var repetitions = engine.Engine.History.Repetitions(workflow, run, action.Name, new PageRequest(250))!["value"]!.ToList();
        yield return $"{indent}{action.Name}: {properties["status"]}{Code(properties)}{Extra(properties)}{Outputs(action.Name, "", properties)}{Error(properties)}";
        foreach (var repetition in repetitions)
        {
            var inner = repetition["properties"]!;
            yield return $"{indent}  #{repetition["name"]}: {inner["status"]}{Code(inner)}{Outputs(action.Name, (string)repetition["name"]!, inner)}{Error(inner)}";
        }
    }

    private string Outputs(string action, string repetition, JToken properties) => properties["outputsLink"] is null
        ? ""
        : $" = {CaseRunner.Text(engine.Engine.History.Content(run, action, repetition, "ActionOutputs"))}";

    private static string Code(JToken properties) => properties["code"] is { } code ? $" {code}" : "";

    private static string Extra(JToken properties)
    {
        var text = "";
        foreach (var name in (string[])["repetitionCount", "iterationCount", "trackedProperties"])
        {
            text += properties[name] is { } value ? $" {name}={CaseRunner.Text(value)}" : "";
        }

        return properties["retryHistory"] is JArray retries ? $"{text} retries={retries.Count}" : text;
    }

    private static string Error(JToken properties) => properties["error"] is { } error ? $" ! {error["code"]}: {error["message"]}" : "";
}
