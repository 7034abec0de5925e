using B2BConnector.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace B2BConnector.Management;

/// <summary>/workflows.</summary>
internal static class WorkflowRoutes
{
    public static void Map(IEndpointRouteBuilder routes, WorkflowEngine engine)
    {
        routes.MapGet("/workflows", () => JsonAnswer.Ok(engine.History.Triggers.Workflows()));
        routes.MapGet("/workflows/{workflow}", (string workflow) =>
            JsonAnswer.Found(engine.History.Triggers.Workflow(workflow), "WorkflowNotFound", $"The workflow '{workflow}' could not be found."));
    }
}
