using System.Text;
using B2BConnector.Dataverse.Http;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace B2BConnector.Dataverse.Batch;

/// <summary>An operation of a batch as a request of its own, by the same caller, answered into memory.</summary>
internal static class BatchCall
{
    private static readonly string[] OfTheCaller = ["Authorization", "MSCRMCallerID"];

    /// <exception cref="DataverseFault">400: the URL is none, or that of a batch.</exception>
    public static HttpContext Of(DataverseRequest batch, BatchOperation operation, ContentIds made)
    {
        var call = Empty(batch);
        if (!Uri.TryCreate(new Uri(batch.Root + "/"), made.InUrl(operation.Url), out var url) || url.AbsolutePath.Contains("$batch", StringComparison.OrdinalIgnoreCase))
            throw DataverseErrors.BadBatch("A request of the batch has no URL, or is a batch itself.");
        foreach (var header in operation.Headers) call.Request.Headers[header.Key] = header.Value;
        foreach (var header in OfTheCaller.Where(header => !call.Request.Headers.ContainsKey(header))) call.Request.Headers[header] = batch.Http.Request.Headers[header];
        call.Request.Method = operation.Method;
        call.Request.Path = PathString.FromUriComponent(url);
        call.Request.QueryString = QueryString.FromUriComponent(url);
        call.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(made.InBody(operation.Body)));
        call.Features.Get<IHttpRequestFeature>()!.RawTarget = url.PathAndQuery;
        return call;
    }

    /// <summary>The answer that says what was wrong.</summary>
    public static async Task<HttpContext> RefusedAsync(DataverseRequest batch, EmulatorFault fault)
    {
        var call = Empty(batch);
        call.Response.Headers["REQ_ID"] = batch.Engine.Options.Ids().ToString();
        await DataverseErrorWriter.WriteAsync(call, fault);
        return call;
    }

    private static DefaultHttpContext Empty(DataverseRequest batch)
    {
        var call = new DefaultHttpContext { RequestAborted = batch.Http.RequestAborted };
        call.Request.Scheme = batch.Http.Request.Scheme;
        call.Request.Host = batch.Http.Request.Host;
        call.Response.Body = new MemoryStream();
        return call;
    }
}
