using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions;

/// <summary>What an action type sees of its action while the file is read.</summary>
public sealed class ActionReader
{
    private readonly WorkflowReader workflow;
    private readonly HashSet<string> options;
    private readonly Lazy<ObjectReader?> runtimeConfiguration;
    private bool optionsRead;

    internal ActionReader(WorkflowReader workflow, ActionDefinition definition, ObjectReader json)
    {
        this.workflow = workflow;
        Definition = definition;
        Json = json;
        runtimeConfiguration = new Lazy<ObjectReader?>(() => Json.Object("runtimeConfiguration"));
        options = OperationOptions.Split(json.Text("operationOptions"));
    }

    /// <summary>The action being read.</summary>
    public ActionDefinition Definition { get; }

    /// <summary>The action's own object.</summary>
    public ObjectReader Json { get; }

    /// <summary>The project's connections, parameters, workflows and code.</summary>
    public ProjectContents Project => workflow.Project;

    /// <summary>The workflow that the action belongs to.</summary>
    public WorkflowDefinition Workflow => workflow.Definition;

    /// <summary>True when the action stands in a Foreach or Until.</summary>
    public bool InLoop => Definition.Loops.Count > 0;

    /// <summary>The action's runtimeConfiguration; null without. Types take their parts, the pipeline takes secureData.</summary>
    public ObjectReader? RuntimeConfiguration => runtimeConfiguration.Value;

    /// <summary>Takes limit.timeout, for types that may take long.</summary>
    public void Timeout()
    {
        if (Json.Object("limit") is { } limit)
        {
            Definition.Timeout = limit.Duration("timeout");
            limit.Finish();
        }
    }

    /// <summary>The inputs object; its absence is a problem.</summary>
    public ObjectReader Inputs() => Json.NeedObject("inputs");

    /// <summary>Compiles the actions of a block. An absent block is an empty one where that is allowed.</summary>
    public ActionBlock Block(ObjectReader holder, string name, bool needed)
    {
        var actions = needed ? holder.NeedObject(name) : holder.Object(name);
        var block = workflow.ReadBlock(actions?.Json ?? [], holder.PathOf(name), Definition);
        Definition.Blocks.Add(block);
        return block;
    }

    /// <summary>Says which operation options the type knows, and returns those that are set.</summary>
    public IReadOnlySet<string> Options(params string[] supported)
    {
        optionsRead = true;
        foreach (var option in options.Where(option => !supported.Contains(option, StringComparer.OrdinalIgnoreCase)))
        {
            Json.Report(OperationOptions.Refuse(Json.PathOf("operationOptions"), option, $"type {Definition.Type}", supported));
        }

        return options;
    }

    /// <summary>Takes the retry policy of the inputs.</summary>
    public void Retry(ObjectReader inputs, RetryPolicy? otherwise = null) =>
        Definition.Retry = RetryPolicyReader.Read(inputs, otherwise ?? RetryPolicy.Default, Workflow.IsStateless);

    /// <summary>Reports one problem.</summary>
    public void Report(Problem problem) => Json.Report(problem);

    internal void Finish()
    {
        if (!optionsRead)
        {
            Options();
        }

        RuntimeConfiguration?.Finish();
        Json.Finish();
    }
}
