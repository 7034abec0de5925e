using B2BConnector.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Management;

/// <summary>Content links: raw inputs and outputs, readable by whoever has the signed link.</summary>
internal static class ContentRoutes
{
    private const string Run = "/runtime/webhooks/workflow/scaleUnits/prod-00/workflows/{workflow}/runs/{run}";

    public static void Map(IEndpointRouteBuilder routes, WorkflowEngine engine)
    {
        const string Action = Run + "/actions/{action}";
        routes.Get(Run + "/contents/{content}", context => Read(engine, context));
        routes.Get(Action + "/contents/{content}", context => Read(engine, context));
        routes.Get(Action + "/repetitions/{repetition}/contents/{content}", context => Read(engine, context));
        routes.Get(Action + "/requestHistories/{request}/contents/{content}", context => Read(engine, context));
        routes.Get(Action + "/repetitions/{repetition}/requestHistories/{request}/contents/{content}", context => Read(engine, context));
    }

    private static IResult Read(WorkflowEngine engine, HttpContext context) =>
        engine.Callbacks.IsContentSignature(context.Request.Path.Value!, context.Request.Query["sig"])
            ? JsonAnswer.Found(Content(engine, context), "ContentNotFound", "The content does not exist, or it is secured.")
            : JsonAnswer.Error(401, "AuthorizationFailed", "The signature of the content link is not valid.");

    private static JToken? Content(WorkflowEngine engine, HttpContext context)
    {
        var (run, action, repetition) = (context.Value("run"), context.Value("action"), context.Value("repetition"));
        return context.Value("request") is { Length: > 0 } request
            ? engine.History.Requests.Body(run, action, repetition, request)
            : engine.History.Content(run, action.Length == 0 ? null : action, repetition, context.Value("content"));
    }
}
