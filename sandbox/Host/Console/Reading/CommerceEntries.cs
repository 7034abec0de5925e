using System.Text.Json.Nodes;
using B2BConnector.Host.ConsolePages.Model;
using B2BConnector.Host.ConsolePages.Systems;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>What happened on the site and in Commerce.</summary>
internal static class CommerceEntries
{
    private const string Synchronize = "Synchronize customers and channel requests";

    public static IEnumerable<Entry> Of(StoryData data)
    {
        if (data.Prospect is null)
        {
            yield break;
        }

        if (data.Request is { } request)
        {
            yield return new Entry(request.Time("submittedAt"), Stage.Request, Lane.Site, "Request sent", $"{data.Channel ?? "The site"} gave confirmation {request.Text("confirmationId")}.");
            yield return new Entry(request.Time("pulledAt"), Stage.Pull, Lane.Commerce, "Request pulled into headquarters", Job(data, "P-0001", request.Time("pulledAt")));
        }

        yield return new Entry(
            data.Request.Time("synchronizedAt"), Stage.Prospect, Lane.Commerce, $"Prospect {data.Key.ProspectId} made",
            data.Request is null ? "It came without a request of the site: imported, or written by another program." : Job(data, Synchronize, data.Request.Time("synchronizedAt")));

        foreach (var entry in Customers(data).Concat(Decided(data)).Concat(Mails(data)))
        {
            yield return entry;
        }
    }

    private static IEnumerable<Entry> Customers(StoryData data)
    {
        var numbers = new[] { ("organization", data.Organization), ("person", data.Person) }
            .Where(customer => customer.Item2 is not null)
            .Select(customer => $"{customer.Item1} {customer.Item2.Text("CustomerAccount")}").ToList();
        if (numbers.Count > 0)
        {
            var at = Moment.EndsOf(data.Runs, WorkflowNames.EnsureCustomers).FirstOrDefault();
            yield return new Entry(at, Stage.Customers, Lane.Commerce, "Customers known", $"{Sentence(string.Join(", ", numbers))}; the numbers stand on account and contact in Sales.");
        }
    }

    private static IEnumerable<Entry> Decided(StoryData data)
    {
        var status = data.Prospect.Text("B2BProspectStatus");
        if (status is not ("Approved" or "Rejected"))
        {
            yield break;
        }

        var at = DecisionTime(data, status);
        yield return new Entry(at, Stage.Decision, Lane.Commerce, $"Prospect {status.ToLowerInvariant()}", Decisions.Source(data), status == "Approved" ? Tone.Good : Tone.Quiet);
        if (status == "Approved" && data.Hierarchy is { } hierarchy)
        {
            var administrators = hierarchy.At("CustomerHierarchyNode")?.AsArray().Count(node => node.Text("Role") == "Admin") ?? 0;
            yield return new Entry(
                at, Stage.Hierarchy, Lane.Commerce, $"Customer hierarchy {hierarchy.Text("CustomerHierarchyId")}",
                administrators > 0 ? "The requester is its administrator." : "It has no administrator.", administrators > 0 ? Tone.Good : Tone.Bad);
        }
    }

    private static IEnumerable<Entry> Mails(StoryData data)
    {
        foreach (var mail in data.Mails)
        {
            var what = mail.Text("type") == "B2BProspectApproved" ? "approval" : "rejection";
            yield return new Entry(mail.Time("queuedAt"), Stage.MailQueued, Lane.Commerce, $"Mail about the {what} queued");
            if (mail.Time("sentAt") is { } sent)
            {
                yield return new Entry(sent, Stage.MailSent, Lane.Commerce, $"Mail about the {what} sent", Job(data, "Send email notification", sent), Tone.Good);
            }
        }
    }

    /// <summary>Prospects carry no time. The mail is queued in the transaction of the decision; without one, our own call is the next best.</summary>
    private static DateTimeOffset? DecisionTime(StoryData data, string status) =>
        data.Mails.Select(mail => mail.Time("queuedAt")).FirstOrDefault(at => at is not null)
        ?? Moment.EndsOf(data.Runs, status == "Approved" ? WorkflowNames.Approve : WorkflowNames.Reject).FirstOrDefault()
        ?? data.Runs.Select(run => run.Event).FirstOrDefault(seen => seen?.Type == "prospect.decided")?.OccurredAt;

    private static string Job(StoryData data, string name, DateTimeOffset? at)
    {
        var job = data.Jobs.FirstOrDefault(job => job.Text("JobDescription") == name && at >= job.Time("StartDateTime") && at < job.Time("EndDateTime")?.AddSeconds(1));
        return job is null ? $"Job {name}." : $"Job {name}, batch job {job.Text("BatchJobRecId")}.";
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
