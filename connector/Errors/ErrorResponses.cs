using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Store;

namespace B2BConnector.Connector.Errors;

/// <summary>Turns everything that goes wrong on any path into the one error shape.</summary>
internal sealed partial class ErrorResponses(RequestDelegate next, IStoreDatabase database, ILogger<ErrorResponses> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone; there is nobody to answer.
            return;
        }
        catch (Exception problem) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, Translate(problem, context));
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
        {
            await WriteAsync(context, ConnectorErrors.OfStatus(context.Response.StatusCode));
        }
    }

    public static Task WriteAsync(HttpContext context, ConnectorException error)
    {
        if (error.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds(wait);
        }

        return new JsonAnswer(error.Body, error.Status).ExecuteAsync(context);
    }

    public static string RetryAfterSeconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private ConnectorException Translate(Exception problem, HttpContext context)
    {
        switch (problem)
        {
            case ConnectorException error:
                return error;
            case CommerceException upstream:
                return upstream.ToConnectorException();
            case OperationCanceledException:
                return ConnectorErrors.TookTooLong(TimeSpan.FromSeconds(30));
            case BadHttpRequestException { InnerException: JsonException json }:
                return ConnectorErrors.InvalidRequest(Target(json), SentenceOf(json));
            case BadHttpRequestException bad:
                return ConnectorErrors.OfStatus(bad.StatusCode);
            case Exception when StoreProblem.Of(problem) is { } away && database.IsAway(away):
                StoreAway(log, problem);
                return ConnectorErrors.StoreAway();
            default:
                var trace = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
                Failed(log, problem, trace);
                return ConnectorErrors.Internal(trace);
        }
    }

    private static string Target(JsonException json) => string.IsNullOrEmpty(json.Path) || json.Path == "$" ? "body" : json.Path.TrimStart('$', '.');

    private static string SentenceOf(JsonException json) =>
        json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)
            ? "The body has a property that this operation does not know."
            : json.Message.StartsWith("Duplicate property", StringComparison.Ordinal) ? "The body has a property twice."
            : $"The body is not the JSON this operation expects (line {(json.LineNumber ?? 0) + 1}, position {(json.BytePositionInLine ?? 0) + 1}).";

    [LoggerMessage(EventId = 1001, Level = LogLevel.Error, Message = "The connector's store could not be used")]
    private static partial void StoreAway(ILogger log, Exception problem);

    [LoggerMessage(EventId = 1000, Level = LogLevel.Error, Message = "Request failed, trace {Trace}")]
    private static partial void Failed(ILogger log, Exception problem, string trace);
}
