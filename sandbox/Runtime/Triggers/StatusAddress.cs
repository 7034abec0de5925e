using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Storage;

namespace B2BConnector.Runtime.Triggers;

/// <summary>
/// Where the caller of a workflow with an asynchronous Response asks for the answer. Inferred: the path is the cloud's
/// (<c>runs/{run}/operations/{operation}</c>) below that of the local host's content links; callers take it as it comes.
/// </summary>
internal static class StatusAddress
{
    public static string Of(EngineServices services, WorkflowDefinition workflow, RunRecord run) =>
        services.Callbacks.Content($"/runtime/webhooks/workflow/scaleUnits/prod-00/workflows/{workflow.Id}/runs/{run.Id}/operations/{run.CorrelationId}");
}
