using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Simulation;

/// <summary>What must be true when nothing moves any more. Each line of the result is one broken invariant of one story.</summary>
internal static class Invariants
{
    /// <summary>Mirrors a decision of headquarters on the lead; without it that mirror is not expected.</summary>
    private static readonly bool HasMirror = Directory.Exists(Path.Combine(Repository.Root, "workflows", "prospect-decided"));

    /// <summary>How the company of a test request of verify-installation begins: no story of the people.</summary>
    public const string VerifiedCompany = "B2B connector check ";

    /// <param name="systems">Who is asked.</param>
    /// <param name="stories">All stories of the sandbox.</param>
    /// <param name="mailFolder">Where Commerce writes its mails.</param>
    /// <param name="stop">Ends the questions.</param>
    /// <param name="judged">The stories that are judged now; null: all.</param>
    public static async Task<IReadOnlyList<string>> CheckAsync(
        DemoSystems systems, IReadOnlyList<SimulatedStory> stories, string mailFolder, CancellationToken stop, IReadOnlyList<SimulatedStory>? judged = null)
    {
        var problems = new List<string>();
        var mails = MailBox.Read(mailFolder);
        var rows = judged is null ? await StoryRows.OfAllAsync(systems, stop) : null;
        judged ??= stories;
        foreach (var story in judged)
        {
            if (story.Story.ProspectId is null)
            {
                problems.Add($"I2 {story}: the request never became a prospect");
                continue;
            }

            story.Story.Facts = rows is null ? await StoryInspector.InspectAsync(systems, story.Story, mails, stop) : StoryInspector.Facts(rows, story.Story, mails);
        }

        var prospects = (await systems.Headquarters.ListAsync("/data/Prospects?cross-company=true&$select=CompanyName", stop))
            .Count(row => (string?)row["CompanyName"] is not { } company || !company.StartsWith(VerifiedCompany, StringComparison.Ordinal));
        if (prospects != stories.Count)
        {
            problems.Add($"I2 Commerce has {prospects} prospects of {stories.Count} requests");
        }

        foreach (var story in judged.Where(story => story.Story.Facts is not null))
        {
            problems.AddRange(Check(story, story.Story.Facts!, stories).Select(problem => $"{problem} · {story}{Issues(story.Story.Facts!)}"));
        }

        return problems;
    }

    /// <summary>The status that the source rows demand: first word of headquarters, or what Sales decided.</summary>
    public static string ExpectedStatus(SimulatedStory story, StoryFacts facts) => story.DecidedInHeadquarters ?? facts switch
    {
        { OpportunityState: "Won" } => "Approved",
        { OpportunityState: "Lost" } => "Rejected",
        { LeadState: "Disqualified" } => "Rejected",
        _ => "Pending",
    };

    private static IEnumerable<string> Check(SimulatedStory story, StoryFacts facts, IReadOnlyList<SimulatedStory> all)
    {
        var hasIssue = facts.SyncIssues.Count > 0;
        var neverSeen = facts.Leads == 0 && story.DecidedInHeadquarters is not null;
        if (facts.Leads != 1 && !neverSeen)
        {
            yield return $"I2 leads: {facts.Leads}";
        }

        // A second one says that headquarters decided, unless the lead is younger than the decision.
        if (!neverSeen && facts.Notes != 1 && !(facts.Notes == 2 && HasMirror && story.DecidedInHeadquarters is not null))
        {
            yield return $"I2 notes: {facts.Notes}";
        }

        var expected = ExpectedStatus(story, facts);
        if (facts.ProspectStatus != expected && !(facts.ProspectStatus == "Pending" && hasIssue))
        {
            yield return $"I10 status: expected {expected}, found {facts.ProspectStatus}";
        }

        // Headquarters and Sales decided differently: a person must be told.
        var bySales = ExpectedStatus(new SimulatedStory(story.Sample), facts);
        if (bySales != "Pending" && bySales != facts.ProspectStatus && !hasIssue)
        {
            yield return $"I8 Sales decided {bySales}, Commerce says {facts.ProspectStatus}, and nobody is told";
        }

        if (facts.ProspectStatus != "Pending" && !hasIssue && !neverSeen && (HasMirror || story.DecidedInHeadquarters is null) && facts.MirroredStatus != facts.ProspectStatus)
        {
            yield return $"I10 mirror: expected {facts.ProspectStatus}, found {facts.MirroredStatus}";
        }

        foreach (var problem in CheckCustomers(story, facts, all))
        {
            yield return problem;
        }

        var mail = facts.ProspectStatus switch { "Approved" => "approved", "Rejected" => "rejected", _ => "" };
        if (string.Join(", ", facts.Mails) != mail)
        {
            yield return $"I6 mails: expected '{mail}', found '{string.Join(", ", facts.Mails)}'";
        }
    }

    private static IEnumerable<string> CheckCustomers(SimulatedStory story, StoryFacts facts, IReadOnlyList<SimulatedStory> all)
    {
        // A company that asked twice is one customer, whichever of its requests made it.
        var same = all.Where(other => other.Story.Facts is not null && other.Sample.Company == story.Sample.Company && other.Story.LegalEntity == story.Story.LegalEntity).ToList();
        var approved = same.Any(other => other.Story.Facts!.ProspectStatus == "Approved");
        var qualified = same.Any(other => other.Story.Facts!.LeadState == "Qualified");
        var excused = same.Any(other => other.Story.Facts!.SyncIssues.Count > 0);
        var least = approved || (qualified && !excused) ? 1 : 0;
        var most = approved || qualified ? 1 : 0;

        // Headquarters approved in the moment of the connector's own write: nobody can prevent it, somebody must be told.
        var told = same.Any(other => other.Story.Facts!.SyncIssues.Any(issue => issue.Contains("with the same name", StringComparison.Ordinal)));
        if (facts.Organizations.Count < least || (facts.Organizations.Count > most && !told))
        {
            yield return $"I7 organization customers: {facts.Organizations.Count}";
        }

        if (facts.Persons.Count < least || facts.Persons.Count > most)
        {
            yield return $"I7 person customers: {facts.Persons.Count}";
        }

        if (facts.Hierarchies.Count != (approved ? 1 : 0) || facts.Administrators != (approved ? 1 : 0))
        {
            yield return $"I7 hierarchies: {facts.Hierarchies.Count}, administrators: {facts.Administrators}, approved: {approved}";
        }
    }

    private static string Issues(StoryFacts facts) => facts.SyncIssues.Count == 0 ? "" : $" · issues: {string.Join(" | ", facts.SyncIssues)}";
}
