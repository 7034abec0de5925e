using B2BConnector.Host.ConsolePages.Model;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>Sync issues, open and closed.</summary>
internal static class IssueEntries
{
    public static IEnumerable<Entry> Of(StoryData data)
    {
        foreach (var issue in data.Issues)
        {
            var written = Moment.Within(issue.Created, Moment.EndsOf(data.Runs, WorkflowNames.WriteIssue));
            yield return new Entry(written, Stage.Issue, Lane.Sales, $"Sync issue at {issue.Step}", issue.Reason, issue.IsOpen ? Tone.Bad : Tone.Quiet, Exact: false);
            if (!issue.IsOpen)
            {
                yield return new Entry(issue.Modified, Stage.Issue, Lane.Sales, $"Sync issue at {issue.Step} closed", Tone: Tone.Good, Exact: false);
            }
        }
    }
}
