using B2BConnector.Host.ConsolePages.Model;
using B2BConnector.Host.ConsolePages.Systems;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>Puts what the systems said into words and order.</summary>
internal static class StoryWriter
{
    public static StoryView Write(StoryData data, Outages outages, ConsoleSystems systems)
    {
        var entries = CommerceEntries.Of(data).Concat(SalesEntries.Of(data)).Concat(RunEntries.Of(data)).Concat(IssueEntries.Of(data))
            .OrderBy(entry => entry.At ?? DateTimeOffset.MaxValue).ThenBy(entry => entry.Stage).ToList();
        return new StoryView(
            data.Key,
            data.Prospect.Text("CompanyName") ?? data.Key.ToString(),
            data.Prospect.Text("B2BProspectStatus"),
            SalesStates.Lead(data.Lead),
            Opportunity(data),
            Verdicts.Of(data, outages, systems),
            outages.Sentences.Count > 0 ? [] : Milestones.Of(data),
            [.. Facts(data)],
            [.. data.Issues.Where(issue => issue.IsOpen)],
            entries,
            outages.Sentences);
    }

    /// <summary>The one that decides: won before open before lost.</summary>
    public static string? Opportunity(StoryData data)
    {
        var states = data.Opportunities.Select(SalesStates.Opportunity).ToList();
        return states.Contains("Won") ? "Won" : states.Contains("Open") ? "Open" : states.FirstOrDefault();
    }

    private static IEnumerable<Fact> Facts(StoryData data)
    {
        var party = data.Prospect.At("Party");
        var name = string.Join(' ', new[] { party.Text("PersonFirstName"), party.Text("PersonLastName") }.OfType<string>());
        var found = new (string Label, string? Value)[]
        {
            ("Requester", name.Length > 0 ? name : data.Prospect.Text("ProspectName")),
            ("E-mail", data.Prospect.Text("PrimaryEmailAddress")),
            ("Channel", data.Channel),
            ("Organization customer", data.Organization.Text("CustomerAccount")),
            ("Person customer", data.Person.Text("CustomerAccount")),
            ("Hierarchy", data.Hierarchy.Text("CustomerHierarchyId")),
            ("Status on the lead", SalesStates.Mirror(data.Lead)),
        };
        return found.Where(fact => fact.Value is not null).Select(fact => new Fact(fact.Label, fact.Value!));
    }
}
