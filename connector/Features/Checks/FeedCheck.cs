using System.Globalization;
using B2BConnector.Connector.Feed;

namespace B2BConnector.Connector.Features.Checks;

/// <summary>The connector could read the prospects lately.</summary>
internal sealed class FeedCheck(ProspectFeed feed) : IEnvironmentCheck
{
    public string Code => "feed";

    public Task RunAsync(string legalEntity, CheckFindings findings, CancellationToken cancel)
    {
        var health = feed.HealthOf(legalEntity);
        findings.Add(
            Code,
            health.Problem is null && health.LastPass is not null,
            string.Create(CultureInfo.InvariantCulture, $"Prospects were last read at {health.LastPass:u}."),
            health.Problem is null ? "Prospects were not read since the start. Wait for the first pass." : "The last reading of prospects failed; the log says why. Triggers report nothing new until one succeeds.",
            health.Problem is null ? CheckState.Warning : CheckState.Failed);
        return Task.CompletedTask;
    }
}
