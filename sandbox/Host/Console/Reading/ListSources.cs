using System.Text.Json.Nodes;
using B2BConnector.Host.ConsolePages.Model;
using B2BConnector.Host.ConsolePages.Systems;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>Rows of all systems, joined by the key of the prospect.</summary>
internal sealed class ListSources(
    IReadOnlyList<JsonObject> prospects,
    IReadOnlyList<JsonObject> requests,
    IReadOnlyList<JsonObject> mails,
    IReadOnlyList<JsonObject> leads,
    IReadOnlyList<JsonObject> opportunities,
    IReadOnlyList<JsonObject> issues,
    IReadOnlyDictionary<string, DateTimeOffset> runs)
{
    public IReadOnlyList<ProspectLine> Lines()
    {
        var request = requests.ToLookup(OfCommerce);
        var mail = mails.ToLookup(OfCommerce);
        var lead = leads.ToLookup(OfSales);
        var opportunity = opportunities.ToLookup(OfSales);
        var issue = issues.ToLookup(OfSales);
        var known = prospects.ToDictionary(row => new ProspectKey(row.Text("dataAreaId") ?? "", row.Text("ProspectId") ?? ""));

        // Without Commerce, Sales still tells which prospects there are.
        return [.. known.Keys.Union(leads.Select(OfSales)).Select(Line)];

        ProspectLine Line(ProspectKey key)
        {
            var row = known.GetValueOrDefault(key);
            var states = opportunity[key].Select(SalesStates.Opportunity).ToList();
            var times = lead[key].Concat(opportunity[key]).Concat(issue[key]).Select(sales => sales.Time("modifiedon"))
                .Concat(mail[key].SelectMany(sent => new[] { sent.Time("queuedAt"), sent.Time("sentAt") }))
                .Concat(request[key].Select(asked => asked.Time("synchronizedAt")))
                .Append(runs.TryGetValue(key.ToString(), out var run) ? run : null);
            return new ProspectLine(
                key,
                row.Text("CompanyName") ?? key.ToString(),
                row.Text("B2BProspectStatus"),
                lead[key].Select(SalesStates.Lead).FirstOrDefault(),
                states.Contains("Won") ? "Won" : states.Contains("Open") ? "Open" : states.FirstOrDefault(),
                request[key].Select(asked => asked.Time("synchronizedAt")).FirstOrDefault() ?? lead[key].Select(sales => sales.Time("createdon")).FirstOrDefault(),
                times.Max(),
                issue[key].Count(open => SalesStates.IsOpenIssue(SalesStates.Issue(open))));
        }
    }

    /// <summary>Requests that headquarters has, but that are no prospects.</summary>
    public string? Waiting()
    {
        var failed = requests.Where(request => request.Text("state") == "Failed").ToList();
        var waiting = requests.Count(request => request.Text("state") == "InChannel");
        var parts = new List<string>();
        if (waiting > 0)
        {
            parts.Add($"{waiting} request(s) wait for the job Synchronize customers and channel requests.");
        }

        if (failed.Count > 0)
        {
            parts.Add($"{failed.Count} request(s) could not become prospects; the last error: {failed[^1].Text("error")}");
        }

        return parts.Count == 0 ? null : string.Join(' ', parts);
    }

    private static ProspectKey OfSales(JsonObject row) => new(row.Text("b2b_legalentity") ?? "", row.Text("b2b_prospectid") ?? "");

    private static ProspectKey OfCommerce(JsonObject row) => new(row.Text("legalEntity") ?? "", row.Text("prospectId") ?? "");
}
