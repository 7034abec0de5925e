using B2BConnector.Runtime.Definitions;

namespace B2BConnector.Runtime.Outbound;

/// <summary>Who calls: becomes the x-ms-workflow-* headers.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Operation">Name of the action or trigger.</param>
/// <param name="RunId">The run; null for triggers.</param>
/// <param name="TrackingId">Id of this execution.</param>
/// <param name="CorrelationId">Id of the run for tracing.</param>
/// <param name="ClientTrackingId">The caller's own id for the whole story.</param>
internal sealed record CallIdentity(
    WorkflowDefinition Workflow, string Operation, string? RunId, string TrackingId, string CorrelationId, string ClientTrackingId)
{
    /// <summary>Sets the headers of the platform.</summary>
    public void Apply(HttpRequestMessage request, string location)
    {
        Set(request, "User-Agent", $"azure-logic-apps/1.0,(workflow {Workflow.Id}; version {Workflow.Version})");
        Set(request, "x-ms-workflow-id", Workflow.Id);
        Set(request, "x-ms-workflow-version", Workflow.Version);
        Set(request, "x-ms-workflow-name", Workflow.Name);
        Set(request, "x-ms-workflow-system-id", $"/scaleunits/prod-00/workflows/{Workflow.Id}");
        Set(request, "x-ms-workflow-operation-name", Operation);
        Set(request, "x-ms-execution-location", location);
        Set(request, "x-ms-tracking-id", TrackingId);
        Set(request, "x-ms-correlation-id", CorrelationId);
        Set(request, "x-ms-client-request-id", TrackingId);
        Set(request, "x-ms-client-tracking-id", ClientTrackingId);
        Set(request, "x-ms-action-tracking-id", TrackingId);
        if (RunId is not null)
        {
            Set(request, "x-ms-workflow-run-id", RunId);
            Set(request, "x-ms-workflow-run-tracking-id", CorrelationId);
        }
    }

    // A header that the workflow sets itself stays.
    private static void Set(HttpRequestMessage request, string name, string value)
    {
        if (!request.Headers.Contains(name))
        {
            request.Headers.TryAddWithoutValidation(name, value.All(char.IsAscii) ? value : Uri.EscapeDataString(value));
        }
    }
}
