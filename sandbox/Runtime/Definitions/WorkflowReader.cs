using System.Security.Cryptography;
using System.Text;
using B2BConnector.Runtime.Actions;
using B2BConnector.Runtime.Actions.Response;
using B2BConnector.Runtime.CloudFlows;
using B2BConnector.Runtime.Definitions.Checks;
using B2BConnector.Runtime.Definitions.Platform;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Compiles one workflow.json; all faults of the file are found in one pass.</summary>
internal sealed class WorkflowReader
{
    private const int MaximumDepth = 8;
    private const int MaximumActions = 500;
    private const int UncheckedActions = 10 * MaximumActions;
    private readonly SourceProblems problems;
    private readonly Dictionary<string, ActionDefinition> all = new(StringComparer.OrdinalIgnoreCase);

    private WorkflowReader(ProjectContents project, string name, JsonSource source, List<Problem> problems)
    {
        Project = project;
        this.problems = new SourceProblems(source, problems);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(source.Text));
        Definition = new WorkflowDefinition
        {
            Name = name,
            Folder = Path.Combine(project.Folder, name),
            Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32],
            Version = "08" + (BitConverter.ToUInt64(hash) % 1_000_000_000_000_000_000UL).ToString("D18", System.Globalization.CultureInfo.InvariantCulture),
            Text = source.Text,
        };
    }

    public ProjectContents Project { get; }

    public WorkflowDefinition Definition { get; }

    /// <summary>Where the workflow runs.</summary>
    public WorkflowHosts Host => Definition.Flow is null ? WorkflowHosts.Standard : WorkflowHosts.CloudFlow;

    /// <summary>Compiles a parsed file. The result is only fit to run when no problem was added.</summary>
    public static WorkflowDefinition Read(ProjectContents project, string name, JsonSource source, List<Problem> problems)
    {
        var reader = new WorkflowReader(project, name, source, problems);
        reader.ReadRoot();
        return reader.Definition;
    }

    /// <summary>Compiles a set of actions; actions inside call it again for their blocks.</summary>
    public ActionBlock ReadBlock(JObject json, string path, ActionDefinition? owner)
    {
        var block = new ActionBlock(owner, path);
        var loops = owner is null ? [] : IsLoop(owner.Type) ? [.. owner.Loops, owner] : owner.Loops;
        var actions = new List<(ActionDefinition Definition, ObjectReader Json, ActionReader Reader)>();
        CheckDepth(block);
        foreach (var property in json.Properties())
        {
            var actionPath = JsonPath.Append(path, property.Name);
            CheckName(property, actionPath);
            if (property.Value is not JObject body)
            {
                problems.Add(RuntimeProblems.WrongType(actionPath, property.Name, "an object", ObjectReader.NameOf(property.Value)));
                continue;
            }

            var reader = new ObjectReader(body, actionPath, $"action '{property.Name}'", problems, new TemplateLog());
            var definition = new ActionDefinition { Name = property.Name, Type = reader.NeedText("type"), Path = actionPath, Json = body, Block = block, Loops = loops };
            if (!all.TryAdd(property.Name, definition))
            {
                problems.AddAt(RuntimeProblems.DuplicateName(actionPath, property.Name), problems.Source.LocateName(property));
            }

            actions.Add((definition, reader, new ActionReader(this, definition, reader)));
        }

        block.Actions = [.. actions.Select(action => action.Definition)];
        var siblings = new Dictionary<string, ActionDefinition>(StringComparer.OrdinalIgnoreCase);
        foreach (var action in block.Actions)
        {
            siblings.TryAdd(action.Name, action);
        }

        foreach (var (definition, reader, _) in actions)
        {
            RunAfterReader.Read(definition, reader, siblings);
        }

        RunAfterReader.CheckCycles(block, problems);
        foreach (var (definition, reader, actionReader) in actions)
        {
            ReadAction(definition, reader, actionReader);
        }

        return block;
    }

    private void ReadAction(ActionDefinition definition, ObjectReader json, ActionReader reader)
    {
        json.Ignore("type", "metadata", "kind");
        if (json.Text("description") is { Length: > 256 } description)
        {
            problems.Add(RuntimeProblems.LimitExceeded(json.PathOf("description"), "Characters of a description", 256, description.Length));
        }

        if (ActionRegistry.Create(definition.Type, Host) is not { } behaviour)
        {
            UnsupportedAction.Read(this, definition, json);
            return;
        }

        definition.Behaviour = behaviour;
        definition.TrackedProperties = json.Template("trackedProperties");
        if (json.Json["trackedProperties"]?.ToString(Newtonsoft.Json.Formatting.None) is { Length: > 8000 } tracked)
        {
            problems.Add(RuntimeProblems.LimitExceeded(json.PathOf("trackedProperties"), "Characters of tracked properties", 8000, tracked.Length));
        }

        behaviour.Read(reader);
        SecureDataReader.Read(definition, reader);
        reader.Finish();
        definition.Calls = [.. json.Templates.Calls];
    }

    private void ReadRoot()
    {
        if (problems.Source.Root is not JObject rootJson)
        {
            problems.Add(RuntimeProblems.WrongType("", "workflow.json", "an object", ObjectReader.NameOf(problems.Source.Root)));
            return;
        }

        var log = new TemplateLog();
        var root = new ObjectReader(rootJson, "", Path.GetFileName(problems.Source.File), problems, log);
        var definition = Project.Environment is not null && rootJson.ContainsKey("properties") ? ReadFlow(root) : ReadStandard(root);
        if (!definition.IsStandIn)
        {
            ReadDefinition(definition, log);
        }
    }

    private ObjectReader ReadStandard(ObjectReader root)
    {
        FileChecks.Run(Definition, problems);
        var kind = root.NeedText("kind");
        if (kind.Equals("Stateless", StringComparison.OrdinalIgnoreCase))
        {
            Definition.IsStateless = true;
            Definition.KeepsHistory = OperationOptions.Split(Project.Settings[$"Workflows.{Definition.Name}.OperationOptions"]).Contains("WithStatelessRunHistory");
        }
        else if (kind.Length > 0 && !kind.Equals("Stateful", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(PlatformCatalogue.Kinds.Contains(kind)
                ? UnsupportedProblems.KindNotSupported("kind", kind)
                : RuntimeProblems.BadValue("kind", "kind", kind, "Stateful or Stateless"));
        }

        var definition = root.NeedObject("definition");
        root.Finish();
        return definition;
    }

    private ObjectReader ReadFlow(ObjectReader root)
    {
        root.Ignore("schemaVersion");
        var properties = root.NeedObject("properties");
        root.Finish();
        var definition = properties.NeedObject("definition");
        Definition.Flow = CloudFlowReader.Read(properties, definition, Project);
        properties.Finish();
        return definition;
    }

    private void ReadDefinition(ObjectReader definition, TemplateLog log)
    {
        definition.Ignore("$schema", "contentVersion", "metadata", "description");
        Definition.Parameters = Definition.Flow?.Parameters ?? DefinitionParameters.Read(definition.Object("parameters"), Project);
        var triggers = definition.NeedObject("triggers");
        if (!triggers.IsStandIn)
        {
            TriggerBlockReader.Read(this, triggers, problems);
        }

        var actions = definition.NeedObject("actions");
        Definition.Actions = ReadBlock(actions.Json, definition.PathOf("actions"), null);
        Definition.AllActions = all;
        Definition.HasResponse = all.Values.Any(action => action.Type.Equals("Response", StringComparison.OrdinalIgnoreCase));
        Definition.AnswersLater = all.Values.Any(action => action.Behaviour is ResponseAction { IsAsynchronous: true });
        Definition.Outputs = definition.Json["outputs"] is JObject { Count: > 0 } ? definition.Template("outputs") : null;
        definition.Ignore("outputs");
        IgnoreEmpty(definition, "staticResults");
        definition.Finish();
        if (all.Count > MaximumActions)
        {
            problems.Add(RuntimeProblems.LimitExceeded(definition.PathOf("actions"), "Actions of a workflow", MaximumActions, all.Count));
        }

        if (all.Count > UncheckedActions)
        {
            return; // no workflow, but something that would take minutes to check
        }

        VariableCheck.Run(Definition, problems);
        ReferenceCheck.Run(Definition, Project, log.Calls, problems);
        DefinitionChecks.Run(Definition, definition, log.Calls, problems);
        SecureDataReader.Spread(Definition);
    }

    private static void IgnoreEmpty(ObjectReader reader, params string[] names)
    {
        foreach (var name in names.Where(name => reader.Json[name] is JObject { Count: 0 }))
        {
            reader.Ignore(name);
        }
    }

    private void CheckName(JProperty property, string path)
    {
        if (property.Name.Length > 80)
        {
            problems.AddAt(RuntimeProblems.LimitExceeded(path, "Characters of an action's name", 80, property.Name.Length), problems.Source.LocateName(property));
        }
    }

    private void CheckDepth(ActionBlock block)
    {
        var depth = 0;
        for (var owner = block.Owner; owner is not null; owner = owner.Block.Owner)
        {
            depth++;
        }

        if (depth == MaximumDepth + 1)
        {
            problems.Add(RuntimeProblems.LimitExceeded(block.Path, "Levels of actions inside actions", MaximumDepth, depth));
        }
    }

    private static bool IsLoop(string type) =>
        type.Equals("Foreach", StringComparison.OrdinalIgnoreCase) || type.Equals("Until", StringComparison.OrdinalIgnoreCase);
}
