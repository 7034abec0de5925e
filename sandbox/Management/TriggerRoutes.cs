using B2BConnector.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace B2BConnector.Management;

/// <summary>/workflows/{workflow}/triggers.</summary>
internal static class TriggerRoutes
{
    private const string Code = "WorkflowTriggerNotFound";

    public static void Map(IEndpointRouteBuilder routes, WorkflowEngine engine)
    {
        var triggers = engine.History.Triggers;
        routes.MapGet("/workflows/{workflow}/triggers", (string workflow) =>
            JsonAnswer.Found(triggers.List(workflow), "WorkflowNotFound", $"The workflow '{workflow}' could not be found."));
        routes.MapGet("/workflows/{workflow}/triggers/{trigger}", (string workflow, string trigger) =>
            JsonAnswer.Found(triggers.Trigger(workflow, trigger), Code, Missing(workflow, trigger)));
        routes.MapPost("/workflows/{workflow}/triggers/{trigger}/listCallbackUrl", (string workflow, string trigger) =>
            JsonAnswer.Found(triggers.CallbackUrl(workflow, trigger), Code, Missing(workflow, trigger)));
        routes.MapGet("/workflows/{workflow}/triggers/{trigger}/histories", (HttpContext context, string workflow, string trigger) =>
            PageQuery.Answer(engine, context, page => triggers.Histories(workflow, trigger, page), Code, Missing(workflow, trigger)));
        routes.MapPost("/workflows/{workflow}/triggers/{trigger}/run", (HttpContext context, string workflow, string trigger) =>
            RunAsync(engine, workflow, trigger, context.RequestAborted));
        routes.MapPost("/workflows/{workflow}/triggers/{trigger}/histories/{history}/resubmit", async (string workflow, string trigger, string history) =>
            await engine.Commands.ResubmitAsync(workflow, history) is { } run
                ? new Accepted(run)
                : JsonAnswer.Error(404, "WorkflowTriggerHistoryNotFound", $"The history '{history}' of trigger '{trigger}' could not be found."));
    }

    private static async Task<IResult> RunAsync(WorkflowEngine engine, string workflow, string trigger, CancellationToken cancellation)
    {
        try
        {
            await engine.RunTriggerAsync(workflow, trigger, cancellation);
            return new Accepted(null);
        }
        catch (KeyNotFoundException exception)
        {
            return JsonAnswer.Error(404, Code, exception.Message);
        }
    }

    private static string Missing(string workflow, string trigger) => $"The workflow '{workflow}' trigger '{trigger}' could not be found.";

    private sealed class Accepted(string? run) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status202Accepted;
            if (run is not null)
            {
                httpContext.Response.Headers["x-ms-workflow-run-id"] = run;
            }

            return Task.CompletedTask;
        }
    }
}
