using B2BConnector.Host.ConsolePages.Model;
using B2BConnector.Host.ConsolePages.Systems;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>How far a story is. What a rejected one never reaches is not shown as missing.</summary>
internal static class Milestones
{
    public static IReadOnlyList<Milestone> Of(StoryData data)
    {
        var (lead, opportunity) = (SalesStates.Lead(data.Lead), StoryWriter.Opportunity(data));
        var status = data.Prospect.Text("B2BProspectStatus");
        var decided = status is "Approved" or "Rejected";
        var steps = new List<Milestone> { new("Prospect", data.Prospect is not null), new("Lead", lead is not null) };
        if (lead == "Disqualified")
        {
            steps.Add(new Milestone("Disqualified", true));
        }
        else if (!decided || lead == "Qualified")
        {
            steps.Add(new Milestone("Qualified", lead == "Qualified"));
            steps.Add(new Milestone(opportunity == "Lost" ? "Lost" : "Won", opportunity is "Won" or "Lost"));
        }

        var rejects = status == "Rejected" || (!decided && (lead == "Disqualified" || opportunity == "Lost"));
        steps.Add(new Milestone(rejects ? "Rejected" : "Approved", decided));
        steps.Add(new Milestone("Mail", data.Mails.Any(mail => mail.Time("sentAt") is not null)));
        return steps;
    }
}
