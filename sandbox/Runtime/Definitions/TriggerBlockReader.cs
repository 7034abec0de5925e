using B2BConnector.Runtime.Actions;
using B2BConnector.Runtime.Triggers;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Reads the one trigger of a workflow with what all trigger types share.</summary>
internal static class TriggerBlockReader
{
    public static void Read(WorkflowReader workflow, ObjectReader triggers, SourceProblems problems)
    {
        var entries = triggers.Json.Properties().ToList();
        if (entries.Count != 1)
        {
            problems.Add(RuntimeProblems.TriggerCount(triggers.Path, entries.Count));
        }

        foreach (var entry in entries)
        {
            if (entry.Value is not JObject json)
            {
                problems.Add(RuntimeProblems.WrongType(triggers.PathOf(entry.Name), entry.Name, "an object", ObjectReader.NameOf(entry.Value)));
                continue;
            }

            var reader = new ObjectReader(json, triggers.PathOf(entry.Name), $"trigger '{entry.Name}'", problems, new TemplateLog());
            var trigger = ReadOne(workflow, entry.Name, reader);
            workflow.Definition.Trigger ??= trigger;
        }
    }

    private static TriggerDefinition ReadOne(WorkflowReader workflow, string name, ObjectReader json)
    {
        var trigger = new TriggerDefinition { Name = name, Type = json.NeedText("type"), Path = json.Path, Json = json.Json };
        if (name.Length > 80)
        {
            json.Report(RuntimeProblems.LimitExceeded(json.Path, "Characters of a trigger's name", 80, name.Length));
        }

        json.Ignore("description", "metadata", "kind");
        var behaviour = TriggerRegistry.Create(trigger.Type, workflow.Host);
        if (behaviour is null)
        {
            UnsupportedTrigger.Read(workflow, trigger, json);
            return trigger;
        }

        trigger.Behaviour = behaviour;
        trigger.SplitOn = json.Template("splitOn");
        trigger.Conditions = Conditions(json);
        if (json.Object("correlation") is { } correlation)
        {
            trigger.ClientTrackingId = correlation.Template("clientTrackingId");
            correlation.Finish();
        }

        if (json.Object("runtimeConfiguration") is { } configuration)
        {
            Concurrency(trigger, configuration);
            (trigger.SecureInputs, trigger.SecureOutputs) = SecureDataReader.Read(configuration, SecureParts.Both, $"trigger type {trigger.Type}");
            configuration.Finish();
        }

        var reader = new TriggerReader(workflow, trigger, json);
        behaviour.Read(reader);
        reader.Finish();
        trigger.Calls = [.. json.Templates.Calls];
        return trigger;
    }

    private static List<Template> Conditions(ObjectReader json)
    {
        var conditions = new List<Template>();
        if (json.Take("conditions") is not { } value)
        {
            return conditions;
        }

        if (value is not JArray array)
        {
            json.Report(RuntimeProblems.WrongType(json.PathOf("conditions"), "conditions", "an array", ObjectReader.NameOf(value)));
            return conditions;
        }

        for (var i = 0; i < array.Count; i++)
        {
            var path = JsonPath.Append(json.PathOf("conditions"), i);
            var condition = new ObjectReader(array[i] as JObject ?? [], path, "a trigger condition", json.Problems, json.Templates);
            conditions.Add(condition.NeedCondition("expression"));
            condition.Ignore("dependsOn");
            condition.Finish();
        }

        return conditions;
    }

    private static void Concurrency(TriggerDefinition trigger, ObjectReader configuration)
    {
        if (configuration.Object("concurrency") is { } concurrency)
        {
            trigger.MaximumRuns = concurrency.Number("runs", 1, 100) ?? 100;
            trigger.MaximumWaitingRuns = concurrency.Number("maximumWaitingRuns", 1, 200) ?? 200;
            concurrency.Finish();
        }
    }
}
