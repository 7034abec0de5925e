using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Feed;
using B2BConnector.Connector.Tests.Support.PostgreSql;

namespace B2BConnector.Connector.Tests.Instances;

/// <summary>Two instances share the reading of changes: one pass at a time, no event twice, none lost.</summary>
[Trait("Tier", "Long")]
public sealed class SharedFeedTests
{
    private static readonly Dictionary<string, string?> SomeSecondsOldWillDo = new() { ["Feed:Freshness"] = "00:00:05" };

    [PostgreSqlFact]
    public async Task Pass_OfOneInstance_SparesTheOtherItsOwn()
    {
        await using var two = await TwoConnectors.StartAsync(SomeSecondsOldWillDo);
        var atStart = two.Commerce.Requests.Count;
        var (first, second) = (two.First.Connector.Feed, two.Second.Connector.Feed);
        var known = second.HealthOf("usrt");

        two.Time.Advance(TimeSpan.FromHours(1));
        await two.WhenDoneAsync();

        // Two legal entities, one list each: one instance's pass at the start, and one an hour later.
        Assert.Equal(2, atStart);
        Assert.InRange((first.HealthOf("demf").LastPass - second.HealthOf("demf").LastPass)!.Value.Duration(), TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.NotNull(known.LastPass);
        Assert.Equal(4, two.Commerce.Requests.Count);
        Assert.True(second.HealthOf("usrt").LastPass > known.LastPass);
    }

    [PostgreSqlFact]
    public async Task Changes_BothLookAllTheTime_AreToldOnceEach()
    {
        await using var two = await TwoConnectors.StartAsync();
        var (told, expected, cursor) = (new List<string>(), new List<string>(), "/triggers/prospect-decided?source=All");
        (_, _, cursor) = await FeedTests.PollAsync(two.First.Connector, cursor);
        for (var round = 0; round < 10; round++)
        {
            var prospects = Enumerable.Range(0, 5).Select(number => two.Commerce.Tables.AddProspect($"P-{round}-{number}", legalEntity: number % 2 == 0 ? "usrt" : "demf")).ToList();
            await two.LookAsync();
            expected.AddRange(prospects.Select(prospect => $"{prospect["dataAreaId"]}:{prospect["ProspectId"]}".ToLowerInvariant()));
            prospects.ForEach(prospect => two.Commerce.Tables.Change(prospect, new JsonObject { ["B2BProspectStatus"] = "Rejected" }));
            await two.LookAsync();

            // Asked in turn, so each cursor that one gave is understood by the other.
            var (_, events, next) = await FeedTests.PollAsync((round % 2 == 0 ? two.Second : two.First).Connector, new Uri(cursor).PathAndQuery);
            (told, cursor) = ([.. told, .. events], next);
        }

        Assert.Equal(expected.Order(), told.Select(text => text.ToLowerInvariant()).Order());
    }

    [PostgreSqlFact]
    public async Task Holder_StandsStill_IsReplacedWhenItsLeaseEndsAndWritesNothingAfterwards()
    {
        await using var two = await TwoConnectors.StartAsync();
        var prospect = two.Commerce.Tables.AddProspect("P-1");
        await two.LookAsync();
        var (_, _, cursor) = await FeedTests.PollAsync(two.Second.Connector, "/triggers/prospect-decided?source=All");
        two.Standstill.Before("UPDATE \"Leases\"");
        var stuck = two.First.LookAsync();
        await two.Standstill.Reached;

        // The first one saw it pending and will say so.
        two.Commerce.Tables.Change(prospect, new JsonObject { ["B2BProspectStatus"] = "Rejected" });
        var replaced = two.Second.LookAsync();
        await two.Time.WhenWaitingAsync(wait => wait == TimeSpan.FromSeconds(1));
        two.Time.Advance(TimeSpan.FromMinutes(2));
        await two.WithPausesAsync(replaced);
        var (_, events, next) = await FeedTests.PollAsync(two.Second.Connector, new Uri(cursor).PathAndQuery);
        two.Standstill.End();
        await two.WithPausesAsync(stuck);
        await two.LookAsync();
        var (_, later, _) = await FeedTests.PollAsync(two.First.Connector, new Uri(next).PathAndQuery);

        Assert.Equal(["usrt:P-1"], events);
        Assert.Empty(later);
        lock (two.First.Connector.LogLines)
        {
            Assert.Contains(two.First.Connector.LogLines, line => line.Contains("another instance took over", StringComparison.Ordinal));
        }
    }
}
