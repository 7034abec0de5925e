using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using B2BConnector.Connector.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace B2BConnector.Connector.Tests.Feed;

/// <summary>A pass that finds more than one commit holds.</summary>
public sealed class LargePassTests
{
    private const int Prospects = 1_200;

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task FirstPass_CutOffAfterSomeCommits_GoesOnAndTellsOfEachOnce(int failing)
    {
        var commerce = new FakeCommerce();
        foreach (var number in Enumerable.Range(1, Prospects))
        {
            commerce.Tables.AddProspect($"P-{number}", status: number % 10 == 0 ? "Rejected" : "Pending");
        }

        await using var connector = await TestConnector.StartAsync(withFeed: true, commerce: commerce, more: builder => builder.Services.AddSingleton<IInterceptor>(new FailingCommit(failing)));
        await connector.LookAsync();

        await using var store = await connector.Services.GetRequiredService<IDbContextFactory<ConnectorStore>>().CreateDbContextAsync();
        var events = await store.Events.Select(row => row.ProspectId).ToListAsync();
        Assert.Equal(Prospects * 9 / 10, events.Count);
        Assert.Equal(events.Count, events.Distinct().Count());
        Assert.Equal(Prospects, await store.SeenProspects.CountAsync());
        Assert.NotNull((await store.FeedStates.SingleAsync(row => row.LegalEntity == "usrt")).FirstPassAt);
    }

    /// <summary>The disk is full at one of the commits of the feed, once.</summary>
    private sealed class FailingCommit(int failing) : SaveChangesInterceptor
    {
        private int _commits;

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            eventData.Context!.ChangeTracker.Entries().Any(entry => entry.Entity is SeenProspect or FeedState) && Interlocked.Increment(ref _commits) == failing
                ? throw new IOException("No space left on device")
                : ValueTask.FromResult(result);
    }
}
