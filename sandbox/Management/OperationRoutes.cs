using B2BConnector.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace B2BConnector.Management;

/// <summary>The status address of an asynchronous Response: 202 until it is given, then the Response. Only with the right signature.</summary>
internal static class OperationRoutes
{
    private const string Operation = "/runtime/webhooks/workflow/scaleUnits/prod-00/workflows/{workflow}/runs/{run}/operations/{operation}";

    public static void Map(IEndpointRouteBuilder routes, WorkflowEngine engine) =>
        routes.MapGet(Operation, context => AnswerAsync(engine, context, context.Value("run")));

    private static async Task AnswerAsync(WorkflowEngine engine, HttpContext context, string run)
    {
        if (!engine.Callbacks.IsContentSignature(context.Request.Path.Value!, context.Request.Query["sig"]))
        {
            await JsonAnswer.Error(401, "AuthorizationFailed", "The signature of the status address is not valid.").ExecuteAsync(context);
        }
        else if (engine.AnswerOf(run) is { } answer)
        {
            await InvokeRoutes.WriteAsync(context, answer);
        }
        else
        {
            await JsonAnswer.Error(404, "WorkflowRunNotFound", $"There is no run '{run}' whose answer is given later.").ExecuteAsync(context);
        }
    }
}
