using B2BConnector.Runtime;
using Microsoft.AspNetCore.Routing;

namespace B2BConnector.Management;

/// <summary>/workflows.</summary>
internal static class WorkflowRoutes
{
    public static void Map(IEndpointRouteBuilder routes, WorkflowEngine engine)
    {
        routes.Get("/workflows", _ => JsonAnswer.Ok(engine.History.Triggers.Workflows()));
        routes.Get("/workflows/{workflow}", context =>
        {
            var workflow = context.Value("workflow");
            return JsonAnswer.Found(engine.History.Triggers.Workflow(workflow), "WorkflowNotFound", $"The workflow '{workflow}' could not be found.");
        });
    }
}
