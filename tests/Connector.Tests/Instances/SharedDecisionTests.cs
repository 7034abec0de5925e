using B2BConnector.Connector.Tests.Support;
using B2BConnector.Connector.Tests.Support.PostgreSql;

namespace B2BConnector.Connector.Tests.Instances;

/// <summary>Two instances are asked to decide on the same prospect: Commerce is written to once.</summary>
[Trait("Tier", "Long")]
public sealed class SharedDecisionTests
{
    [PostgreSqlFact]
    public async Task Decision_UnderWayInTheOtherInstance_IsInProgress()
    {
        await using var two = await TwoConnectors.StartAsync(prepare: commerce => commerce.Tables.AddProspect("P-1"));
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        two.Commerce.Gate = request =>
        {
            if (request.Method != HttpMethod.Patch)
            {
                return Task.CompletedTask;
            }

            reached.TrySetResult();
            return goOn.Task;
        };
        var first = two.First.Connector.PostAsync("/prospects/usrt/P-1/reject");
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));

        using var meanwhile = await two.Second.Connector.PostAsync("/prospects/usrt/P-1/reject");
        goOn.SetResult();
        using var decided = await first;
        using var again = await two.Second.Connector.PostAsync("/prospects/usrt/P-1/reject");
        using var opposite = await two.Second.Connector.PostAsync("/prospects/usrt/P-1/approve");

        Assert.Equal("409 in_progress", await TestConnector.ErrorAsync(meanwhile));
        Assert.False((await TestConnector.JsonAsync(decided))["alreadyDecided"]!.GetValue<bool>());
        Assert.True((await TestConnector.JsonAsync(again))["alreadyDecided"]!.GetValue<bool>());
        Assert.Equal("409 prospect_already_decided", await TestConnector.ErrorAsync(opposite));
        Assert.Single(two.Commerce.Writes);
    }

    [PostgreSqlFact]
    public async Task Decisions_InBothInstancesAtOnce_WriteOnce()
    {
        await using var two = await TwoConnectors.StartAsync(prepare: commerce => commerce.Tables.AddProspect("P-1"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => (number % 2 == 0 ? two.First : two.Second).Connector.PostAsync("/prospects/usrt/P-1/reject")));

        var outcomes = new List<string>();
        foreach (var answer in answers)
        {
            using (answer)
            {
                outcomes.Add(answer.IsSuccessStatusCode ? (await TestConnector.JsonAsync(answer))["alreadyDecided"]!.ToString() : await TestConnector.ErrorAsync(answer));
            }
        }

        Assert.Single(two.Commerce.Writes);
        Assert.Single(outcomes, "false");
        Assert.All(outcomes, outcome => Assert.Contains(outcome, new[] { "false", "true", "409 in_progress" }));
    }

    [PostgreSqlFact]
    public async Task Lease_OfADeadInstance_EndsAndTheOtherDecides()
    {
        await using var two = await TwoConnectors.StartAsync(prepare: commerce => commerce.Tables.AddProspect("P-1"));
        two.Standstill.Before("DELETE FROM \"Leases\"");
        var first = two.First.Connector.PostAsync("/prospects/usrt/P-1/reject");
        await two.Standstill.Reached;

        using var tooEarly = await two.Second.Connector.PostAsync("/prospects/usrt/P-1/reject");
        two.Time.Advance(TimeSpan.FromMinutes(2));
        using var decided = await two.Second.Connector.PostAsync("/prospects/usrt/P-1/reject");
        two.Standstill.End();
        (await first).Dispose();

        Assert.Equal("409 in_progress", await TestConnector.ErrorAsync(tooEarly));
        Assert.True((await TestConnector.JsonAsync(decided))["alreadyDecided"]!.GetValue<bool>());
        Assert.Single(two.Commerce.Writes);
    }

    [PostgreSqlFact]
    public async Task IdempotencyKey_RepeatedAtTheOtherInstance_GivesTheFirstAnswer()
    {
        await using var two = await TwoConnectors.StartAsync(prepare: commerce => commerce.Tables.AddProspect("P-1"));
        two.First.Connector.Client.DefaultRequestHeaders.Add("Idempotency-Key", "one");
        two.Second.Connector.Client.DefaultRequestHeaders.Add("Idempotency-Key", "one");

        using var first = await two.First.Connector.PostAsync("/prospects/usrt/P-1/reject", new { reason = "too small" });
        using var second = await two.Second.Connector.PostAsync("/prospects/usrt/P-1/reject", new { reason = "too small" });
        using var other = await two.Second.Connector.PostAsync("/prospects/usrt/P-1/reject", new { reason = "too far" });

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal("409 idempotency_key_reused", await TestConnector.ErrorAsync(other));
        Assert.Single(two.Commerce.Writes);
    }
}
