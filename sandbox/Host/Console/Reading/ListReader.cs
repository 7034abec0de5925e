using System.Text.Json.Nodes;
using B2BConnector.Host.ConsolePages.Model;
using B2BConnector.Host.ConsolePages.Systems;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>Reads all prospects and what the other systems say about each.</summary>
internal sealed class ListReader(ConsoleSystems systems, RunIndex index)
{
    private static readonly string[] Statuses = ["Pending", "Approved", "Rejected"];

    public async Task<ListView> ReadAsync(ListQuery query, CancellationToken stop)
    {
        var outages = new Outages();
        var prospects = Commerce(() => systems.CommerceRowsAsync("Prospects", "dataAreaId,ProspectId,CompanyName,B2BProspectStatus", "IsB2BProspect eq Microsoft.Dynamics.DataEntities.NoYes'Yes'", stop));
        var requests = Commerce(() => systems.Commerce.ListAsync("/headquarters/customer-synchronization-status", stop));
        var mails = Commerce(() => systems.Commerce.ListAsync("/_sandbox/mails", stop));
        var leads = Sales("leads", "statecode,createdon,modifiedon,b2b_legalentity,b2b_prospectid");
        var opportunities = Sales("opportunities", "statecode,createdon,modifiedon,b2b_legalentity,b2b_prospectid");
        var issues = Sales("b2b_syncissues", "b2b_status,modifiedon,b2b_legalentity,b2b_prospectid");
        var refreshed = outages.TryAsync(() => index.RefreshAsync(stop), false);
        var connector = outages.TryAsync(() => PingAsync(stop), false);
        await Task.WhenAll(prospects, requests, mails, leads, opportunities, issues, refreshed, connector);

        var sources = new ListSources(await prospects, await requests, await mails, await leads, await opportunities, await issues, index.LastChanges());
        var lines = sources.Lines();
        var searched = lines.Where(line => (query with { Status = "" }).Takes(line)).ToList();
        var found = searched.Where(query.Takes)
            .OrderByDescending(line => line.Created ?? DateTimeOffset.MinValue).ThenByDescending(line => line.Key.ProspectId, StringComparer.Ordinal).ThenBy(line => line.Key.LegalEntity, StringComparer.Ordinal).ToList();
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (found.Count + ListQuery.Size - 1) / ListQuery.Size));
        return new ListView(
            query with { Page = page },
            [.. found.Skip((page - 1) * ListQuery.Size).Take(ListQuery.Size)],
            found.Count,
            Counts(searched),
            sources.Waiting(),
            outages.Sentences);

        Task<IReadOnlyList<JsonObject>> Commerce(Func<Task<IReadOnlyList<JsonObject>>> read) => outages.TryAsync(read, []);

        Task<IReadOnlyList<JsonObject>> Sales(string set, string columns) =>
            outages.TryAsync(() => systems.SalesRowsAsync(set, columns, "b2b_prospectid ne null", stop), []);
    }

    private async Task<bool> PingAsync(CancellationToken stop)
    {
        await systems.Connector.PingAsync("/health", stop);
        return true;
    }

    private static List<StatusCount> Counts(List<ProspectLine> lines) =>
    [
        new("", "All", lines.Count),
        .. Statuses.Select(status => new StatusCount(status, status, lines.Count(line => line.Status == status))),
        new("issues", "With open issue", lines.Count(line => line.OpenIssues > 0)),
    ];
}
