using B2BConnector.Dataverse.Http;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Dataverse.Batch;

/// <summary>
/// POST to <c>$batch</c>: operations in the order they are in, a change set in one transaction. The first refusal ends it and gives the whole its
/// status, unless <c>Prefer: odata.continue-on-error</c> was sent; what went well before it stays.
/// </summary>
internal static class RunBatch
{
    public static async Task RunAsync(DataverseRequest batch, Func<HttpContext, DataverseEngine, Task> handle)
    {
        if (!HttpMethods.IsPost(batch.Http.Request.Method)) throw DataverseErrors.MethodNotAllowed($"http method '{batch.Http.Request.Method}'");
        var items = await BatchReader.ReadAsync(batch.Http.Request);
        var goesOn = batch.Http.Request.Headers["Prefer"].ToString().Contains("odata.continue-on-error", StringComparison.OrdinalIgnoreCase);
        var answer = new BatchAnswer(batch.Engine.Options.Ids);
        var names = new List<string?>();
        var status = StatusCodes.Status200OK;
        foreach (var item in items)
        {
            EmulatorFault? refusal = null;
            try
            {
                var calls = item.IsChangeSet
                    ? batch.Engine.Together(engine => ChangeSet(batch, item, call => handle(call, engine)))
                    : [(await SingleAsync(batch, item, handle), null)];
                names.AddRange(calls.Select(call => RequestTrace.NameOf(call.Call)));
                if (item.IsChangeSet) answer.Add(calls);
                else answer.Add(calls[0].Call);
            }
            catch (EmulatorFault fault)
            {
                refusal = fault;
                answer.Add(await BatchCall.RefusedAsync(batch, fault));
            }
            if (refusal is null || goesOn) continue;
            status = refusal.Status;
            break;
        }
        RequestTrace.Name(batch.Http, $"Batch ({string.Join(", ", names)})");
        batch.Http.Response.StatusCode = status;
        batch.Http.Response.ContentType = answer.ContentType;
        await batch.Http.Response.WriteAsync(answer.End(), batch.Http.RequestAborted);
    }

    private static async Task<HttpContext> SingleAsync(DataverseRequest batch, BatchItem item, Func<HttpContext, DataverseEngine, Task> handle)
    {
        var call = BatchCall.Of(batch, item.Operations[0], new ContentIds());
        await handle(call, batch.Engine);
        return call;
    }

    private static List<(HttpContext Call, string? ContentId)> ChangeSet(DataverseRequest batch, BatchItem item, Func<HttpContext, Task> handle)
    {
        var made = new ContentIds();
        var calls = new List<(HttpContext, string?)>();
        foreach (var operation in item.Operations)
        {
            var call = BatchCall.Of(batch, operation, made);
            var done = handle(call);
            // The transaction belongs to this thread. Bodies are in memory, so that there is nothing to wait for.
            if (!done.IsCompleted) throw new InvalidOperationException("An operation of a change set waited for something.");
            done.GetAwaiter().GetResult();
            made.Add(operation.ContentId, call.Response.Headers["OData-EntityId"].ToString());
            calls.Add((call, operation.ContentId));
        }
        return calls;
    }
}
