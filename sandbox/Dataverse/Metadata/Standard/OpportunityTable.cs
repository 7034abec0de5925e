namespace B2BConnector.Dataverse.Metadata.Standard;

internal static class OpportunityTable
{
    public static TableBuilder Define() => new TableBuilder("opportunity", "opportunities", "opportunityid", "name", 3) { Label = "Opportunity" }
        .Text(300, "name").Text(100, "emailaddress").Text(200, "stepname")
        .Memo(2000, "description", "customerneed", "currentsituation", "proposedsolution", "customerpainpoints", "qualificationcomments", "quotecomments")
        .Money(1_000_000_000_000, "estimatedvalue", "actualvalue", "totalamount", "budgetamount").Date("estimatedclosedate", "actualclosedate")
        .Whole(0, 100, "closeprobability").Flag("isrevenuesystemcalculated").ReadOnly("totalamount")
        .Choice("opportunityratingcode", 2, (1, "Hot"), (2, "Warm"), (3, "Cold"))
        .Choice("salesstage", null, (0, "Qualify"), (1, "Develop"), (2, "Propose"), (3, "Close"))
        .Lookup("originatingleadid", "lead").CreateOnly("originatingleadid")
        .Lookup("parentaccountid", "account").Lookup("parentcontactid", "contact").Lookup("customerid", "account", "contact").Lookup("campaignid", "campaign")
        .Currency().Owned().Audited()
        .States(
            [(0, "Open", 1), (1, "Won", 3), (2, "Lost", 4)],
            [(1, 0, "In Progress"), (2, 0, "On Hold"), (3, 1, "Won"), (4, 2, "Canceled"), (5, 2, "Out-Sold")]);
}
