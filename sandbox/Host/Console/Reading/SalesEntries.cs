using System.Text.Json.Nodes;
using B2BConnector.Host.ConsolePages.Model;
using B2BConnector.Host.ConsolePages.Systems;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>What happened in Sales. Dataverse keeps whole seconds; <see cref="Moment"/> puts them into order.</summary>
internal static class SalesEntries
{
    public static IEnumerable<Entry> Of(StoryData data)
    {
        if (data.Lead is not { } lead)
        {
            yield break;
        }

        var made = Moment.Within(lead.Time("createdon"), Moment.EndsOf(data.Runs, WorkflowNames.AddLead));
        var more = (data.Leads > 1 ? $"There are {data.Leads} leads: one too many. " : "")
            + (lead.Flag("b2b_duplicaterequest") ? "Flagged: the company asked before." : "Shown in All Commerce B2B Leads.");
        yield return Sales(made, Stage.Lead, "Lead made", more, data.Leads > 1 ? Tone.Bad : Tone.Quiet);
        foreach (var note in data.Notes)
        {
            yield return Sales(Moment.Within(note.Time("createdon"), [made, .. Moment.EndsOf(data.Runs, WorkflowNames.WriteNote)]), Stage.Note, "Timeline note written", note.Text("subject"));
        }

        foreach (var entry in Qualified(data, lead, made).Concat(Closed(data)).Concat(Disqualified(data, lead)))
        {
            yield return entry;
        }
    }

    private static IEnumerable<Entry> Qualified(StoryData data, JsonObject lead, DateTimeOffset? made)
    {
        if (SalesStates.Lead(lead) != "Qualified")
        {
            yield break;
        }

        var at = data.Opportunities.Select(row => Moment.Within(row.Time("createdon"), made)).FirstOrDefault(time => time is not null);
        yield return Sales(at, Stage.Qualified, "Lead qualified", "By the seller.", Tone.Good);
        foreach (var opportunity in data.Opportunities)
        {
            yield return Sales(Moment.Within(opportunity.Time("createdon"), made, at), Stage.Opportunity, "Opportunity made");
        }

        yield return Customer(lead.At("parentaccountid"), Stage.Account, "account", made, at);
        yield return Customer(lead.At("parentcontactid"), Stage.Contact, "contact", made, at);
    }

    /// <summary>An account or contact that is older than the lead was there before.</summary>
    private static Entry Customer(JsonNode? row, Stage stage, string what, DateTimeOffset? made, DateTimeOffset? qualified)
    {
        var number = row.Text("b2b_customeraccount") is { } account ? $"Customer {account} in Commerce." : "It has no customer number yet.";
        var created = row.Time("createdon");
        var isOlder = created < made?.AddSeconds(-1);
        return row is null
            ? Sales(qualified, stage, $"No {what}", $"The qualified lead has no {what}: no customer can be made of it.", Tone.Bad)
            : isOlder
                ? Sales(qualified, stage, $"Existing {what} taken", number)
                : Sales(Moment.Within(created, made, qualified), stage, $"{char.ToUpperInvariant(what[0])}{what[1..]} made", number);
    }

    private static IEnumerable<Entry> Closed(StoryData data)
    {
        foreach (var close in data.Closes)
        {
            var opportunity = data.Opportunities.FirstOrDefault(row => row.Text("opportunityid") == close.Text("_opportunityid_value"));
            var won = SalesStates.Opportunity(opportunity) == "Won";
            var at = Moment.Within(close.Time("createdon"), SeenBy(data, "opportunity-closed", close.Time("createdon")));
            yield return Sales(at, Stage.Closed, won ? "Opportunity won" : "Opportunity lost", won ? "By the seller: the prospect is to be approved." : "By the seller: the prospect is to be rejected.", won ? Tone.Good : Tone.Quiet);
        }
    }

    /// <summary>The lead keeps no time of its disqualification; the run that heard of it is closest.</summary>
    private static IEnumerable<Entry> Disqualified(StoryData data, JsonObject lead)
    {
        if (SalesStates.Lead(lead) == "Disqualified")
        {
            var heard = data.Runs.FirstOrDefault(run => run.Workflow == "lead-disqualified")?.Started;
            yield return Sales(heard?.AddTicks(-1) ?? lead.Time("modifiedon"), Stage.Closed, "Lead disqualified", "By the seller: the prospect is to be rejected.");
        }
    }

    /// <summary>What starts a run happened before it.</summary>
    private static DateTimeOffset? SeenBy(StoryData data, string workflow, DateTimeOffset? from) =>
        data.Runs.FirstOrDefault(run => run.Workflow == workflow && run.Started >= from)?.Started.AddTicks(-1);

    private static Entry Sales(DateTimeOffset? at, Stage stage, string title, string? detail = null, Tone tone = Tone.Quiet) =>
        new(at, stage, Lane.Sales, title, detail, tone, Exact: false);
}
