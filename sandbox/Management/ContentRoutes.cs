using B2BConnector.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace B2BConnector.Management;

/// <summary>Content links: raw inputs and outputs, readable by whoever has the signed link.</summary>
internal static class ContentRoutes
{
    private const string Run = "/runtime/webhooks/workflow/scaleUnits/prod-00/workflows/{workflow}/runs/{run}";

    public static void Map(IEndpointRouteBuilder routes, WorkflowEngine engine)
    {
        routes.MapGet(Run + "/contents/{content}", (HttpContext context, string run, string content) => Read(engine, context, run, null, "", content));
        routes.MapGet(Run + "/actions/{action}/contents/{content}", (HttpContext context, string run, string action, string content) => Read(engine, context, run, action, "", content));
        routes.MapGet(
            Run + "/actions/{action}/repetitions/{repetition}/contents/{content}",
            (HttpContext context, string run, string action, string repetition, string content) => Read(engine, context, run, action, repetition, content));
    }

    private static IResult Read(WorkflowEngine engine, HttpContext context, string run, string? action, string repetition, string content) =>
        engine.Callbacks.IsContentSignature(context.Request.Path.Value!, context.Request.Query["sig"])
            ? JsonAnswer.Found(engine.History.Content(run, action, repetition, content), "ContentNotFound", "The content does not exist, or it is secured.")
            : JsonAnswer.Error(401, "AuthorizationFailed", "The signature of the content link is not valid.");
}
