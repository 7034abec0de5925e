using System.Text.Json;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Idempotency;

/// <summary>
/// The call under way, for operations whose write Commerce would do twice: they record it before they write, so that a repetition
/// after a crash knows that something may have happened. Found in the features of the request.
/// </summary>
internal sealed class IdempotentCall(IDbContextFactory<ConnectorStore> stores, Lease lease, TimeProvider time, IdSource ids, string id, string requestHash, UnfinishedAttempt? earlier)
{
    /// <summary>What an earlier call under this key began and did not end.</summary>
    public UnfinishedAttempt? Earlier { get; } = earlier;

    /// <summary>Ends before somebody else may work under this key.</summary>
    public CancellationToken Token => lease.Token;

    /// <summary>What looked alike before the attempt began.</summary>
    public static IReadOnlyList<string> KnownTo(UnfinishedAttempt attempt) => JsonSerializer.Deserialize<List<string>>(attempt.Known)!;

    /// <summary>Records that a write begins now. An earlier attempt goes on: same token, same known ones, new time.</summary>
    /// <param name="known">Numbers of what looks alike in Commerce already.</param>
    public async Task<UnfinishedAttempt> BeginAsync(IReadOnlyList<string> known)
    {
        await using var store = await stores.CreateDbContextAsync(Token);
        var attempt = await store.Attempts.FindAsync([id], Token);
        if (attempt is null)
        {
            attempt = new UnfinishedAttempt { Id = id, RequestHash = requestHash, Token = ids(), Known = JsonSerializer.Serialize(known) };
            store.Attempts.Add(attempt);
        }

        attempt.BegunAt = time.GetUtcNow();
        await store.SaveChangesAsync(Token);
        return attempt;
    }

    /// <summary>Nothing was written: the next call under this key begins anew.</summary>
    public async Task ForgetAsync()
    {
        await using var store = await stores.CreateDbContextAsync();
        await store.Attempts.Where(row => row.Id == id).ExecuteDeleteAsync();
    }
}
