namespace B2BConnector.Dataverse.Metadata.Standard;

internal static class LeadTable
{
    public static TableBuilder Define() => new TableBuilder("lead", "leads", "leadid", "fullname", 4) { Label = "Lead" }
        .Text(300, "subject").Text(100, "salutation").Text(50, "firstname", "middlename", "lastname").Text(160, "fullname").ReadOnly("fullname")
        .Text(100, "jobtitle", "companyname", "emailaddress1", "emailaddress2", "emailaddress3")
        .Text(50, "telephone1", "telephone2", "telephone3", "fax").Text(20, "mobilephone", "pager", "sic").Text(200, "websiteurl")
        .Memo(2000, "description", "qualificationcomments").Address1()
        .Whole(0, 1_000_000, "numberofemployees").Money(100_000_000_000_000, "revenue", "revenue_base").Money(1_000_000_000_000, "estimatedamount", "budgetamount")
        .Double("estimatedvalue").Date("estimatedclosedate").ReadOnly("revenue_base")
        .Choice("budgetstatus", null, (0, "No Committed Budget"), (1, "May Buy"), (2, "Can Buy"), (3, "Will Buy"))
        .Choice("leadqualitycode", 2, (1, "Hot"), (2, "Warm"), (3, "Cold"))
        .Choice("leadsourcecode", null, (1, "Advertisement"), (2, "Employee Referral"), (3, "External Referral"), (4, "Partner"), (5, "Public Relations"),
            (6, "Seminar"), (7, "Trade Show"), (8, "Web"), (9, "Word of Mouth"), (10, "Other"))
        .Choice("purchasetimeframe", null, (0, "Immediate"), (1, "This Quarter"), (2, "Next Quarter"), (3, "This Year"), (4, "Unknown"))
        .Choice("purchaseprocess", null, (0, "Individual"), (1, "Committee"), (2, "Unknown"))
        .Choice("need", null, (0, "Must have"), (1, "Should have"), (2, "Good to have"), (3, "No need"))
        .ContactPreferences().Flag("merged").ReadOnly("merged")
        .Lookup("parentaccountid", "account").Lookup("parentcontactid", "contact").Lookup("customerid", "account", "contact")
        .Lookup("qualifyingopportunityid", "opportunity").Lookup("campaignid", "campaign").Lookup("masterid", "lead").ReadOnly("masterid")
        .Currency().Owned().Audited()
        .States(
            [(0, "Open", 1), (1, "Qualified", 3), (2, "Disqualified", 4)],
            [(1, 0, "New"), (2, 0, "Contacted"), (3, 1, "Qualified"), (4, 2, "Lost"), (5, 2, "Cannot Contact"), (6, 2, "No Longer Interested"), (7, 2, "Canceled")]);
}
