using B2BConnector.Host.ConsolePages.Model;
using B2BConnector.Host.ConsolePages.Systems;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>Where a story stands, what happens next and who has to act: one sentence each.</summary>
internal static class Verdicts
{
    private const string Nobody = "Nobody has to act.";
    private const string Seller = "A seller.";
    private const string Administrator = "An administrator.";

    public static Verdict Of(StoryData data, Outages outages, ConsoleSystems systems)
    {
        if (outages.Has(systems.Commerce.Name) || outages.Has(systems.Dataverse.Name))
        {
            return new Verdict("Where this story stands cannot be said while a system is down.", "The page goes on by itself as soon as the system answers.", Administrator, Tone.Bad);
        }

        var status = data.Prospect.Text("B2BProspectStatus");
        return data.Issues.FirstOrDefault(issue => issue.IsOpen) is { } issue ? Stuck(issue, status)
            : data.Prospect is null ? new Verdict("Commerce does not know this prospect any more.", "Sales and the workflows still have traces of it, below.", Administrator, Tone.Bad)
            : status switch
            {
                "Approved" => Approved(data),
                "Rejected" => Rejected(data),
                "Pending" => Pending(data),
                _ => new Verdict($"Commerce gives the status {status ?? "nothing"}, which this console does not know.", "Look at the prospect in Commerce.", Administrator, Tone.Bad),
            };
    }

    private static Verdict Stuck(IssueView issue, string? status) => issue.Status == "Retry"
        ? new Verdict($"The step {issue.Step} is being tried again.", "The workflow closes the sync issue, or writes the new reason.", Nobody, Tone.Waiting)
        : new Verdict($"Stuck at the step {issue.Step}; the prospect is {status?.ToLowerInvariant() ?? "unknown"} in Commerce.", issue.Remedy, Administrator, Tone.Bad);

    private static Verdict Approved(StoryData data)
    {
        if (data.Hierarchy is null && data.Organization is not null)
        {
            return new Verdict("Approved, but no customer hierarchy was made.", "The workflow waits for it for a while, then writes a sync issue; further approvals of this legal entity are held.", Administrator, Tone.Bad);
        }

        var hierarchy = data.Hierarchy.Text("CustomerHierarchyId") is { } id ? $" The customer hierarchy is {id}." : "";
        return Settled(data, $"Approved: the company is a customer.{hierarchy}", "Approved", Tone.Good);
    }

    private static Verdict Rejected(StoryData data) => Settled(data, "Rejected: the story is over.", "Rejected", Tone.Quiet);

    /// <summary>A decision is final; the lead shows it, and Commerce sends a mail.</summary>
    private static Verdict Settled(StoryData data, string stands, string status, Tone tone)
    {
        if (data.Lead is not null && SalesStates.Mirror(data.Lead) != status)
        {
            return Runs(data)
                ? new Verdict(stands, "The status on the lead is being written.", Nobody, Tone.Waiting)
                : new Verdict($"{stands} The lead in Sales does not show it yet.", "The workflows write the status on the lead when they hear of the decision.", Nobody, Tone.Waiting);
        }

        return data.Mails.Any(mail => mail.Time("sentAt") is null)
            ? new Verdict(stands, "The mail to the requester goes out with the next run of the job Send email notification.", Nobody, tone)
            : new Verdict(stands, data.Mails.Count > 0 ? "The requester was told by mail. Nothing is left to do." : "Nothing is left to do.", Nobody, tone);
    }

    private static Verdict Pending(StoryData data)
    {
        var working = Runs(data);
        var opportunity = StoryWriter.Opportunity(data);
        return (SalesStates.Lead(data.Lead), opportunity) switch
        {
            (null, _) when Failed(data) is { } run => new Verdict($"There is no lead yet: {run.Workflow} failed.", run.Error ?? "The run below says why.", Administrator, Tone.Bad),
            (null, _) => new Verdict("A new prospect waits for its lead.", working ? $"The lead is being made.{Retrying(data)}" : "The workflow prospect-created looks once a minute and makes it.", Nobody, Tone.Waiting),
            ("Open", _) => new Verdict("The lead is open in Sales.", "The seller qualifies or disqualifies it.", Seller, Tone.Waiting),
            ("Disqualified", _) => OnTheWay("The lead is disqualified", "rejection"),
            (_, "Won") => OnTheWay("The opportunity is won", "approval"),
            (_, "Lost") => OnTheWay("The opportunity is lost", "rejection"),
            (_, "Open") => new Verdict(
                data.Organization is null ? "The lead is qualified, the customers are not made yet." : "The lead is qualified and the customers are known in Commerce.",
                "The seller closes the opportunity as won or lost.", Seller, Tone.Waiting),
            _ => new Verdict("The lead is qualified, but has no opportunity.", "Make one for it in Sales, with the key of the prospect: its end decides.", Seller, Tone.Bad),
        };

        Verdict OnTheWay(string what, string decision) => working || Failed(data) is null
            ? new Verdict($"{what}.", $"The workflows carry the {decision} to Commerce.{Retrying(data)}", Nobody, Tone.Waiting)
            : new Verdict($"{what}, but the {decision} did not reach Commerce: {Failed(data)!.Workflow} failed.", Failed(data)!.Error ?? "The run below says why.", Administrator, Tone.Bad);
    }

    private static bool Runs(StoryData data) => data.Runs.Any(run => run.Ended is null);

    private static string Retrying(StoryData data) => data.Runs.Select(run => run.Retrying).LastOrDefault(action => action is not null) is { } action
        ? $" The step {action.Words} failed {action.Attempts.Count} time(s) with {action.Attempts[^1].Code} and is tried again."
        : "";

    /// <summary>The last run, if it failed.</summary>
    private static RunView? Failed(StoryData data) => data.Runs.LastOrDefault() is { Tone: Tone.Bad } run ? run : null;
}
