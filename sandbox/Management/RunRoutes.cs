using B2BConnector.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Management;

/// <summary>/workflows/{workflow}/runs: runs, actions, repetitions, cancel.</summary>
internal static class RunRoutes
{
    private const string Runs = "/workflows/{workflow}/runs";
    private const string Action = Runs + "/{run}/actions/{action}";

    public static void Map(IEndpointRouteBuilder routes, WorkflowEngine engine)
    {
        var history = engine.History;
        routes.MapGet(Runs, (HttpContext context, string workflow) =>
            PageQuery.Answer(engine, context, page => history.Runs(workflow, page), "WorkflowNotFound", $"The workflow '{workflow}' could not be found."));
        routes.MapGet(Runs + "/{run}", (HttpContext context, string workflow, string run) =>
            JsonAnswer.Found(WithActions(engine, context, workflow, run), "WorkflowRunNotFound", Missing(workflow, run)));
        routes.MapGet(Runs + "/{run}/actions", (HttpContext context, string workflow, string run) =>
            PageQuery.Answer(engine, context, page => history.Actions(workflow, run, page), "WorkflowRunNotFound", Missing(workflow, run)));
        routes.MapGet(Action, (string workflow, string run, string action) =>
            JsonAnswer.Found(history.Action(workflow, run, action), "WorkflowRunActionNotFound", MissingAction(run, action)));
        routes.MapGet(Action + "/repetitions", (HttpContext context, string workflow, string run, string action) =>
            PageQuery.Answer(engine, context, page => history.Repetitions(workflow, run, action, page), "WorkflowRunNotFound", Missing(workflow, run)));
        routes.MapGet(Action + "/repetitions/{name}", (string workflow, string run, string action, string name) =>
            JsonAnswer.Found(history.Repetition(workflow, run, action, name), "WorkflowRunActionRepetitionNotFound", MissingAction(run, action)));
        routes.MapGet(Action + "/scopeRepetitions", (HttpContext context, string workflow, string run, string action) =>
            PageQuery.Answer(engine, context, page => history.ScopeRepetitions(workflow, run, action, page), "WorkflowRunNotFound", Missing(workflow, run)));
        routes.MapPost(Runs + "/{run}/cancel", async (string workflow, string run) =>
            await engine.Commands.CancelAsync(workflow, run)
                ? Results.Ok()
                : JsonAnswer.Error(404, "WorkflowRunNotFound", $"There is no unfinished run '{run}' of workflow '{workflow}'."));
    }

    private static JObject? WithActions(WorkflowEngine engine, HttpContext context, string workflow, string run)
    {
        var found = engine.History.Run(workflow, run);
        if (found is not null && context.Request.Query["$expand"].ToString().Contains("properties/actions", StringComparison.OrdinalIgnoreCase))
        {
            var actions = engine.History.Actions(workflow, run, new Runtime.History.PageRequest(250))!["value"]!;
            found["properties"]!["actions"] = new JObject(actions.Select(action => new JProperty((string)action["name"]!, action["properties"]!.DeepClone())));
        }

        return found;
    }

    private static string Missing(string workflow, string run) => $"The workflow run '{run}' of workflow '{workflow}' could not be found.";

    private static string MissingAction(string run, string action) => $"The action '{action}' of workflow run '{run}' could not be found.";
}
