using B2BConnector.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace B2BConnector.Management;

/// <summary>The addresses that waiting actions give to services: only with the right signature. Inferred: their form on the local host.</summary>
internal static class ActionRoutes
{
    public static void Map(IEndpointRouteBuilder routes, WorkflowEngine engine) =>
        routes.MapPost("/api/runs/{run}/actions/{action}/run", context => AnswerAsync(engine, context));

    private static async Task AnswerAsync(WorkflowEngine engine, HttpContext context)
    {
        var (run, action) = ((string)context.GetRouteValue("run")!, (string)context.GetRouteValue("action")!);
        var repetition = context.Request.Query["repetition"].ToString();
        if (!engine.Callbacks.IsActionSignature(run, action, repetition, context.Request.Query["sig"]))
        {
            await InvokeRoutes.Unsigned().ExecuteAsync(context);
            return;
        }

        await InvokeRoutes.WriteAsync(context, await engine.AnswerActionAsync(run, action, repetition, await InvokeRoutes.ReadAsync(context)));
    }
}
