namespace B2BConnector.Dataverse.Metadata.Standard;

internal static class AccountTable
{
    public static TableBuilder Define() => new TableBuilder("account", "accounts", "accountid", "name", 1) { Label = "Account" }
        .Text(160, "name").Text(20, "accountnumber", "sic").Text(100, "emailaddress1", "emailaddress2", "emailaddress3")
        .Text(50, "telephone1", "telephone2", "telephone3", "fax").Text(200, "websiteurl").Memo(2000, "description").Address1()
        .Whole(0, 1_000_000_000, "numberofemployees").Money(100_000_000_000_000, "revenue", "creditlimit").Flag("creditonhold").ContactPreferences()
        .Lookup("primarycontactid", "contact").Lookup("parentaccountid", "account").Lookup("originatingleadid", "lead")
        .Currency().Owned().Audited().ActiveOrInactive();
}
