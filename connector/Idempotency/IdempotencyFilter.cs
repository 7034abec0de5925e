using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Idempotency;

/// <summary>
/// Gives the first answer again when a call is repeated under the same Idempotency-Key. Only success is kept: after an error
/// the caller is meant to try again. Operations whose write Commerce would do twice record it before, by <see cref="IdempotentCall"/>.
/// </summary>
internal sealed class IdempotencyFilter(IDbContextFactory<ConnectorStore> stores, LeaseStore leases, TimeProvider time, IdSource ids) : IEndpointFilter
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!request.Headers.TryGetValue(IdempotencyKey.Header, out var sent))
        {
            return await next(context);
        }

        var key = sent.ToString();
        if (key.Length is 0 or > IdempotencyKey.Longest)
        {
            throw ConnectorErrors.InvalidRequest(IdempotencyKey.Header, $"{IdempotencyKey.Header} must have 1 to {IdempotencyKey.Longest} characters.");
        }

        var cancel = context.HttpContext.RequestAborted;
        var operation = context.HttpContext.GetEndpoint()!.DisplayName;
        var id = Hash($"{context.HttpContext.User.Identity?.Name}\n{operation}\n{key}");
        var hash = Hash(request.Path + "\n" + string.Join('\n', context.Arguments.Where(IsBody).Select(body => JsonSerializer.Serialize(body, ConnectorJson.Options))));
        await using var lease = await leases.TakeAsync(cancel, "idempotency:" + id);
        await using var store = await stores.CreateDbContextAsync(cancel);
        if (await store.Answers.FindAsync([id], cancel) is { } first)
        {
            return first.RequestHash == hash
                ? Results.Content(first.Body, "application/json", Encoding.UTF8, first.Status)
                : throw ConnectorErrors.IdempotencyKeyReused();
        }

        var earlier = await store.Attempts.FindAsync([id], cancel);
        if (earlier is not null && earlier.RequestHash != hash)
        {
            throw ConnectorErrors.IdempotencyKeyReused();
        }

        context.HttpContext.Features.Set(new IdempotentCall(stores, lease, time, ids, id, hash, earlier));
        var answer = await next(context);
        if (answer is IValueHttpResult { Value: { } value } and IStatusCodeHttpResult { StatusCode: { } status })
        {
            store.Answers.Add(new IdempotencyRecord
            {
                Id = id,
                RequestHash = hash,
                Status = status,
                Body = JsonSerializer.Serialize(value, value.GetType(), ConnectorJson.Options),
                At = time.GetUtcNow(),
            });
            await EndAsync(store, id);
        }

        return answer;
    }

    /// <summary>The answer takes the place of the attempt in one commit; what is older than anybody repeats goes with it.</summary>
    private async Task EndAsync(ConnectorStore store, string id)
    {
        var old = time.GetUtcNow() - Kept;
        await using var transaction = await store.Database.BeginTransactionAsync(CancellationToken.None);
        await store.SaveChangesAsync(CancellationToken.None);
        await store.Attempts.Where(row => row.Id == id || row.BegunAt < old).ExecuteDeleteAsync(CancellationToken.None);
        await store.Answers.Where(row => row.At < old).ExecuteDeleteAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static bool IsBody(object? argument) => argument?.GetType().Namespace?.StartsWith("B2BConnector.Connector.Features", StringComparison.Ordinal) == true
        && argument.GetType().Name.EndsWith("Request", StringComparison.Ordinal);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
