using B2BConnector.Runtime;
using B2BConnector.Runtime.Content;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace B2BConnector.Management;

/// <summary>/api/{workflow}/triggers/{trigger}/invoke: only with the right signature.</summary>
internal static class InvokeRoutes
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    public static void Map(IEndpointRouteBuilder routes, WorkflowEngine engine) =>
        routes.MapMethods("/api/{workflow}/triggers/{trigger}/invoke/{**relative}", Methods, context => InvokeAsync(engine, context));

    private static async Task InvokeAsync(WorkflowEngine engine, HttpContext context)
    {
        var workflow = (string)context.GetRouteValue("workflow")!;
        var trigger = (string)context.GetRouteValue("trigger")!;
        if (!engine.Callbacks.IsTriggerSignature(workflow, trigger, context.Request.Query["sig"]))
        {
            await Unsigned().ExecuteAsync(context);
            return;
        }

        await WriteAsync(context, await engine.InvokeAsync(workflow, trigger, await ReadAsync(context), context.RequestAborted));
    }

    /// <summary>Inferred: the local host's answer to a wrong signature; code and sentence are those of the cloud.</summary>
    public static IResult Unsigned() => JsonAnswer.Error(401, "DirectApiAuthorizationRequired", "The request must be authenticated only by Shared Access scheme.");

    /// <summary>The call with its body.</summary>
    public static async Task<TriggerRequest> ReadAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        return new TriggerRequest(
            context.Request.Method,
            (string?)context.GetRouteValue("relative") ?? "",
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
            context.Request.Query.ToDictionary(query => query.Key, query => query.Value.ToString()),
            ContentBody.Read(buffer.ToArray(), context.Request.ContentType));
    }

    /// <summary>Answers with status, headers and body of a Response.</summary>
    public static async Task WriteAsync(HttpContext context, TriggerResponse answer)
    {
        context.Response.StatusCode = answer.StatusCode;
        string? contentType = null;
        foreach (var (name, value) in answer.Headers)
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                contentType = value;
            }
            else if (!IsTransport(name))
            {
                context.Response.Headers[name] = value.All(c => c is >= ' ' and <= '~') ? value : Uri.EscapeDataString(value);
            }
        }

        await JsonAnswer.WriteContentAsync(context.Response, answer.Body, contentType);
    }

    // The server sets these from the body that it really sends.
    private static bool IsTransport(string name) =>
        name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) || name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase) || name.Equals("Connection", StringComparison.OrdinalIgnoreCase);
}
