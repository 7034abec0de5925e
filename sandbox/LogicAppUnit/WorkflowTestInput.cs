namespace LogicAppUnit;

/// <summary>A workflow with its definition.</summary>
public class WorkflowTestInput
{
    /// <param name="workflowName">The workflow's name.</param>
    /// <param name="workflowDefinition">The text of its definition.</param>
    /// <param name="workflowFilename">Name of its file; <c>workflow.json</c> by default.</param>
    public WorkflowTestInput(string workflowName, string workflowDefinition, string? workflowFilename = null)
    {
        WorkflowName = workflowName;
        WorkflowDefinition = workflowDefinition;
        WorkflowFilename = workflowFilename ?? "workflow.json";
    }

    /// <summary>The workflow's name.</summary>
    public string WorkflowName { get; init; }

    /// <summary>The text of its definition.</summary>
    public string WorkflowDefinition { get; init; }

    /// <summary>Name of its file.</summary>
    public string WorkflowFilename { get; init; }
}
