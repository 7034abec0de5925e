using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace B2BConnector.Connector.Tests.Store;

public sealed class LeaseTests
{
    [Fact]
    public async Task Lease_HeldByAnother_IsInProgress()
    {
        await using var connector = await TestConnector.StartAsync();
        var leases = connector.Services.GetRequiredService<LeaseStore>();
        await using var held = await leases.TakeAsync(CancellationToken.None, "a", "b");

        var problem = await Assert.ThrowsAsync<ConnectorException>(() => leases.TakeAsync(CancellationToken.None, "c", "b"));

        Assert.Equal("in_progress", problem.Code);

        // What the failed one had taken before is free again.
        await using var other = await leases.TakeAsync(CancellationToken.None, "c");
    }

    [Fact]
    public async Task Lease_GivenBackWhileAnotherWaits_GoesToIt()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Leases:Patience"] = "00:00:10" });
        var leases = connector.Services.GetRequiredService<LeaseStore>();
        var held = await leases.TakeAsync(CancellationToken.None, "a");

        var waiting = leases.TakeAsync(CancellationToken.None, "a");
        await connector.Time.WhenWaitingAsync(wait => wait < TimeSpan.FromSeconds(1));
        await held.DisposeAsync();
        connector.Time.Advance(TimeSpan.FromSeconds(1));

        await using var taken = await waiting;
        Assert.False(taken.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task Lease_HeldLongerThanThePatience_IsInProgress()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Leases:Patience"] = "00:00:10" });
        var leases = connector.Services.GetRequiredService<LeaseStore>();
        await using var held = await leases.TakeAsync(CancellationToken.None, "a");

        var waiting = leases.TakeAsync(CancellationToken.None, "a");
        await connector.Time.WhenWaitingAsync(wait => wait < TimeSpan.FromSeconds(1));
        connector.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("in_progress", (await Assert.ThrowsAsync<ConnectorException>(() => waiting)).Code);
    }

    [Fact]
    public async Task Leases_OfAKilledProcess_EndSoonAfterTheNextStart()
    {
        await using var connector = await TestConnector.StartAsync();
        var leases = connector.Services.GetRequiredService<LeaseStore>();
        await leases.TakeAsync(CancellationToken.None, "a");

        await leases.ShortenLeftoversAsync(CancellationToken.None);

        await Assert.ThrowsAsync<ConnectorException>(() => leases.TakeAsync(CancellationToken.None, "a"));
        connector.Time.Advance(TimeSpan.FromSeconds(5));
        await using var again = await leases.TakeAsync(CancellationToken.None, "a");
    }

    [Fact]
    public async Task Lease_GivenBack_IsFree()
    {
        await using var connector = await TestConnector.StartAsync();
        var leases = connector.Services.GetRequiredService<LeaseStore>();
        await (await leases.TakeAsync(CancellationToken.None, "a")).DisposeAsync();

        await using var again = await leases.TakeAsync(CancellationToken.None, "a");
    }

    [Fact]
    public async Task Lease_ThatExpired_IsTakenOverAndItsWorkHasEndedBefore()
    {
        await using var connector = await TestConnector.StartAsync();
        var leases = connector.Services.GetRequiredService<LeaseStore>();
        await using var old = await leases.TakeAsync(CancellationToken.None, "a");
        connector.Time.Advance(TimeSpan.FromMinutes(2));

        await using var other = await leases.TakeAsync(CancellationToken.None, "a");
        await old.DisposeAsync();

        Assert.True(old.Token.IsCancellationRequested);
        await Assert.ThrowsAsync<ConnectorException>(() => leases.TakeAsync(CancellationToken.None, "a"));
    }

    [Fact]
    public async Task Leases_TakenInParallel_GoToOne()
    {
        await using var connector = await TestConnector.StartAsync();
        var leases = connector.Services.GetRequiredService<LeaseStore>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            try
            {
                await leases.TakeAsync(CancellationToken.None, "a");
                return 1;
            }
            catch (ConnectorException)
            {
                return 0;
            }
        }));

        Assert.Equal(1, outcomes.Sum());
    }

    [Fact]
    public void LeaseName_OfAnEmailAddress_HidesIt() =>
        Assert.DoesNotContain("ann", LeaseNames.OfEmail("usrt", "ann@fabrikam.example"), StringComparison.OrdinalIgnoreCase);
}
