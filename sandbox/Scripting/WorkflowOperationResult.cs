using Newtonsoft.Json.Linq;

namespace Microsoft.Azure.Workflows.Scripting;

/// <summary>One trigger or action of a run as a script sees it. Members that the run does not have are null.</summary>
public class WorkflowOperationResult
{
    /// <summary>Name as in workflow.json.</summary>
    public string? Name { get; set; }

    /// <summary>The evaluated inputs.</summary>
    public JToken? Inputs { get; set; }

    /// <summary>The outputs; most operations put their result under <c>body</c>.</summary>
    public JToken? Outputs { get; set; }

    /// <summary>Start, UTC.</summary>
    public DateTime? StartTime { get; set; }

    /// <summary>End, UTC.</summary>
    public DateTime? EndTime { get; set; }

    /// <summary>The action tracking id, as in the run history.</summary>
    public string? OperationTrackingId { get; set; }

    /// <summary>Code such as <c>OK</c> or <c>ActionFailed</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Status such as <c>Succeeded</c>, <c>Failed</c>, <c>Skipped</c>.</summary>
    public string? Status { get; set; }

    /// <summary>The error object of a failed operation.</summary>
    public JToken? Error { get; set; }

    /// <summary>The evaluated tracked properties.</summary>
    public JToken? TrackedProperties { get; set; }
}
