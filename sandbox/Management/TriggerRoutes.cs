using B2BConnector.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Management;

/// <summary>/workflows/{workflow}/triggers.</summary>
internal static class TriggerRoutes
{
    private const string Code = "WorkflowTriggerNotFound";
    private const string Triggers = "/workflows/{workflow}/triggers";
    private const string Trigger = Triggers + "/{trigger}";
    private const string Histories = Trigger + "/histories";

    public static void Map(IEndpointRouteBuilder routes, WorkflowEngine engine)
    {
        var triggers = engine.History.Triggers;
        routes.Get(Triggers, context => JsonAnswer.Found(
            triggers.List(context.Value("workflow")), "WorkflowNotFound", $"The workflow '{context.Value("workflow")}' could not be found."));
        routes.Get(Trigger, context => Found(context, triggers.Trigger));
        routes.Post(Trigger + "/listCallbackUrl", context => Task.FromResult(Found(context, triggers.CallbackUrl)));
        routes.Get(Histories, context => PageQuery.Answer(
            engine, context, page => triggers.Histories(context.Value("workflow"), context.Value("trigger"), page), Code, Missing(context)));
        routes.Get(Histories + "/{history}", context => JsonAnswer.Found(
            triggers.History(context.Value("workflow"), context.Value("trigger"), context.Value("history")), "WorkflowTriggerHistoryNotFound", MissingHistory(context)));
        routes.Post(Trigger + "/run", context => RunAsync(engine, context.Value("workflow"), context.Value("trigger"), context.RequestAborted));
        routes.Post(Histories + "/{history}/resubmit", async context =>
            await engine.Commands.ResubmitAsync(context.Value("workflow"), context.Value("history")) is { } run
                ? new Accepted(run)
                : JsonAnswer.Error(404, "WorkflowTriggerHistoryNotFound", MissingHistory(context)));
    }

    private static IResult Found(HttpContext context, Func<string, string, JObject?> query) =>
        JsonAnswer.Found(query(context.Value("workflow"), context.Value("trigger")), Code, Missing(context));

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

    private static string Missing(HttpContext context) => $"The workflow '{context.Value("workflow")}' trigger '{context.Value("trigger")}' could not be found.";

    private static string MissingHistory(HttpContext context) => $"The history '{context.Value("history")}' of trigger '{context.Value("trigger")}' could not be found.";

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
