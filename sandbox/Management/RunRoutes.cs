using B2BConnector.Runtime;
using B2BConnector.Runtime.History;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Management;

/// <summary>/workflows/{workflow}/runs: runs, actions, repetitions, cancel.</summary>
internal static class RunRoutes
{
    private const string Runs = "/workflows/{workflow}/runs";
    private const string Run = Runs + "/{run}";
    private const string Action = Run + "/actions/{action}";
    private const string Repetition = Action + "/repetitions/{name}";

    public static void Map(IEndpointRouteBuilder routes, WorkflowEngine engine)
    {
        var history = engine.History;
        routes.Get(Runs, context => PageQuery.Answer(
            engine, context, page => history.Runs(context.Value("workflow"), page), "WorkflowNotFound", $"The workflow '{context.Value("workflow")}' could not be found."));
        routes.Get(Run, context => JsonAnswer.Found(WithActions(engine, context), "WorkflowRunNotFound", Missing(context)));
        routes.Get(Run + "/actions", context => Page(engine, context, (workflow, run, _, page) => history.Actions(workflow, run, page)));
        routes.Get(Action, context => Found(context, history.Action));
        routes.Get(Action + "/repetitions", context => Page(engine, context, history.Repetitions));
        routes.Get(Repetition, context => Found(context, (workflow, run, action) => history.Repetition(workflow, run, action, context.Value("name"))));
        routes.Get(Action + "/scopeRepetitions", context => Page(engine, context, history.ScopeRepetitions));
        routes.Get(Action + "/scopeRepetitions/{name}", context => Found(context, (workflow, run, action) => history.ScopeRepetition(workflow, run, action, context.Value("name"))));
        routes.Get(Action + "/requestHistories", context => Page(engine, context, (workflow, run, action, page) => history.Requests.List(workflow, run, action, "", page)));
        routes.Get(Repetition + "/requestHistories", context => Page(
            engine, context, (workflow, run, action, page) => history.Requests.List(workflow, run, action, context.Value("name"), page)));
        routes.Post(Run + "/cancel", async context =>
            await engine.Commands.CancelAsync(context.Value("workflow"), context.Value("run"))
                ? Results.Ok()
                : JsonAnswer.Error(404, "WorkflowRunNotFound", $"There is no unfinished run '{context.Value("run")}' of workflow '{context.Value("workflow")}'."));
    }

    private static IResult Page(WorkflowEngine engine, HttpContext context, Func<string, string, string, PageRequest, JObject?> list) => PageQuery.Answer(
        engine, context, page => list(context.Value("workflow"), context.Value("run"), context.Value("action"), page), "WorkflowRunNotFound", Missing(context));

    private static IResult Found(HttpContext context, Func<string, string, string, JObject?> query) => JsonAnswer.Found(
        query(context.Value("workflow"), context.Value("run"), context.Value("action")),
        context.Value("name").Length == 0 ? "WorkflowRunActionNotFound" : "WorkflowRunActionRepetitionNotFound",
        $"The action '{context.Value("action")}' of workflow run '{context.Value("run")}' could not be found.");

    private static JObject? WithActions(WorkflowEngine engine, HttpContext context)
    {
        var (workflow, run) = (context.Value("workflow"), context.Value("run"));
        var found = engine.History.Run(workflow, run);
        if (found is not null && context.Request.Query["$expand"].ToString().Contains("properties/actions", StringComparison.OrdinalIgnoreCase))
        {
            var actions = engine.History.Actions(workflow, run, new PageRequest(250))!["value"]!;
            found["properties"]!["actions"] = new JObject(actions.Select(action => new JProperty((string)action["name"]!, action["properties"]!.DeepClone())));
        }

        return found;
    }

    private static string Missing(HttpContext context) => $"The workflow run '{context.Value("run")}' of workflow '{context.Value("workflow")}' could not be found.";
}
