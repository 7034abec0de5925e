namespace B2BConnector.Dataverse.Metadata.Standard;

internal static class OpportunityCloseTable
{
    public static TableBuilder Define() => new TableBuilder("opportunityclose", "opportunitycloses", "activityid", "subject", 4208) { Label = "Opportunity Close" }
        .Text(200, "subject").Text(250, "category").Memo(2000, "description").Money(1_000_000_000_000, "actualrevenue")
        .Date("actualend", "actualstart").Lookup("opportunityid", "opportunity").Owned().Audited()
        .States([(0, "Open", 1), (1, "Completed", 2), (2, "Canceled", 3)], [(1, 0, "Open"), (2, 1, "Completed"), (3, 2, "Canceled")]);
}
