namespace B2BConnector.Dataverse.Metadata.Standard;

internal static class ContactTable
{
    public static TableBuilder Define() => new TableBuilder("contact", "contacts", "contactid", "fullname", 2) { Label = "Contact" }
        .Text(50, "firstname", "middlename", "lastname").Text(160, "fullname").ReadOnly("fullname").Text(100, "jobtitle", "salutation")
        .Text(100, "emailaddress1", "emailaddress2", "emailaddress3").Text(50, "telephone1", "telephone2", "telephone3", "mobilephone", "fax", "pager")
        .Text(200, "websiteurl").Memo(2000, "description").Address1().ContactPreferences()
        .Lookup("parentcustomerid", "account", "contact").Lookup("originatingleadid", "lead")
        .Currency().Owned().Audited().ActiveOrInactive();
}
