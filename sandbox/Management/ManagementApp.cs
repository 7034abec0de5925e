using B2BConnector.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace B2BConnector.Management;

/// <summary>The HTTP face of a workflow engine: trigger addresses, management API, content links, host status.</summary>
public static class ManagementApp
{
    /// <summary>Base of the management API.</summary>
    public const string Base = "/runtime/webhooks/workflow/api/management";

    /// <summary>Maps all routes onto an application.</summary>
    public static void MapManagement(this IEndpointRouteBuilder routes, WorkflowEngine engine)
    {
        InvokeRoutes.Map(routes, engine);
        ActionRoutes.Map(routes, engine);
        OperationRoutes.Map(routes, engine);
        ContentRoutes.Map(routes, engine);
        HostRoutes.Map(routes);
        var management = routes.MapGroup(Base);
        WorkflowRoutes.Map(management, engine);
        TriggerRoutes.Map(management, engine);
        RunRoutes.Map(management, engine);
    }
}
