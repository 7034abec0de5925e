namespace B2BConnector.Host.Demo;

/// <summary>Did every story end as its sample says, exactly once?</summary>
internal static class StoryCheck
{
    public static void CheckAll(IReadOnlyList<Story> stories, int prospectsInCommerce)
    {
        foreach (var story in stories)
        {
            Check(story, stories);
        }

        var expected = stories.Count(story => !story.Sample.IsRefused);
        if (prospectsInCommerce != expected && stories.Count > 0)
        {
            stories[0].Problems.Add($"Commerce has {prospectsInCommerce} prospects, the good samples are {expected}: a request was lost or doubled.");
        }
    }

    private static void Check(Story story, IReadOnlyList<Story> all)
    {
        var sample = story.Sample;
        if (sample.IsRefused)
        {
            CheckRefusal(story);
            return;
        }

        if (story.Facts is not { } facts || story.ProspectId is null)
        {
            story.Problems.Add(story.LastRefusal ?? (story.ConfirmationId is null ? "The request was never accepted." : "The request never became a prospect."));
            return;
        }

        Expect("prospect status", sample.ProspectStatus, facts.ProspectStatus);
        Expect("leads", 1, facts.Leads);
        Expect("state of the lead", sample.LeadState, facts.LeadState);
        Expect("Timeline notes", sample.IsDecidedInHeadquarters ? 2 : 1, facts.Notes);
        Expect("status mirrored on the lead", sample.ProspectStatus, facts.MirroredStatus);
        Expect("opportunities", sample.Qualifies ? 1 : 0, facts.Opportunities);
        if (sample.Qualifies)
        {
            Expect("state of the opportunity", sample.Action == SellerAction.QualifyAndWin ? "Won" : "Lost", facts.OpportunityState);
        }

        // A company or a requester that sent two requests is one customer.
        Expect("organization customers", all.Any(other => BecomesCustomer(other.Sample) && SameEntity(other) && Same(other.Sample.Company, sample.Company)) ? 1 : 0, facts.Organizations.Count);
        Expect("person customers", all.Any(other => BecomesCustomer(other.Sample) && SameEntity(other) && Same(other.Sample.Email, sample.Email)) ? 1 : 0, facts.Persons.Count);

        var companyApproved = all.Any(other => other.Sample.ProspectStatus == "Approved" && SameEntity(other) && Same(other.Sample.Company, sample.Company));
        Expect("customer hierarchies", companyApproved ? 1 : 0, facts.Hierarchies.Count);
        Expect("administrators in the hierarchy", companyApproved ? 1 : 0, facts.Administrators);
        Expect("mails", MailsOf(sample), string.Join(", ", facts.Mails));
        story.Problems.AddRange(facts.SyncIssues.Select(issue => $"open sync issue: {issue}"));
        if (story.Problems.Count > 0 && story.LastRefusal is { } refusal)
        {
            story.Problems.Add(refusal);
        }

        bool SameEntity(Story other) => other.LegalEntity == story.LegalEntity;

        void Expect<T>(string what, T expected, T actual)
        {
            if (!EqualityComparer<T>.Default.Equals(expected, actual))
            {
                story.Problems.Add($"{what}: expected {Shown(expected)}, found {Shown(actual)}");
            }
        }
    }

    private static void CheckRefusal(Story story)
    {
        if (story.Refusal is not { } refusal)
        {
            story.Problems.Add("The request was let in; it had to be refused.");
        }
        else if (!refusal.Contains(story.Sample.Message!, StringComparison.Ordinal))
        {
            story.Problems.Add($"The refusal does not say '{story.Sample.Message}' but: {refusal}");
        }
    }

    private static bool BecomesCustomer(Sample sample) => sample.Qualifies || sample.Action == SellerAction.ApproveInHeadquarters;

    private static string Shown<T>(T value) => value is string { Length: 0 } ? "none" : $"{value}";

    private static string MailsOf(Sample sample) => sample.ProspectStatus switch
    {
        "Approved" => "approved",
        "Rejected" => "rejected",
        _ => "",
    };

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
