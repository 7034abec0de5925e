using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions;

/// <summary>What a trigger type sees of its trigger while the file is read.</summary>
public sealed class TriggerReader
{
    private readonly HashSet<string> options;
    private bool optionsRead;

    internal TriggerReader(WorkflowReader workflow, TriggerDefinition definition, ObjectReader json)
    {
        Definition = definition;
        Json = json;
        Project = workflow.Project;
        Workflow = workflow.Definition;
        options = OperationOptions.Split(json.Text("operationOptions"));
    }

    /// <summary>The trigger being read.</summary>
    public TriggerDefinition Definition { get; }

    /// <summary>The trigger's own object.</summary>
    public ObjectReader Json { get; }

    /// <summary>The project's connections and parameters.</summary>
    public ProjectContents Project { get; }

    /// <summary>The workflow that the trigger starts.</summary>
    public WorkflowDefinition Workflow { get; }

    /// <summary>Says which operation options the type knows, and returns those that are set.</summary>
    public IReadOnlySet<string> Options(params string[] supported)
    {
        optionsRead = true;
        foreach (var option in options.Where(option => !supported.Contains(option, StringComparer.OrdinalIgnoreCase)))
        {
            Report(OperationOptions.Refuse(Json.PathOf("operationOptions"), option, $"trigger type {Definition.Type}", supported));
        }

        return options;
    }

    /// <summary>Reports one problem.</summary>
    public void Report(Problem problem) => Json.Report(problem);

    internal void Finish()
    {
        if (!optionsRead)
        {
            Options();
        }

        Json.Finish();
    }
}
