namespace B2BConnector.Dataverse.Metadata.Standard;

/// <summary>Columns that lead, account and contact share.</summary>
internal static class ColumnGroups
{
    public static TableBuilder Address1(this TableBuilder table) => table
        .Text(100, "address1_name").Text(250, "address1_line1", "address1_line2", "address1_line3")
        .Text(80, "address1_city", "address1_country").Text(50, "address1_stateorprovince", "address1_county")
        .Text(20, "address1_postalcode", "address1_postofficebox").Text(50, "address1_telephone1", "address1_telephone2", "address1_telephone3")
        .Memo(1000, "address1_composite").Double("address1_latitude", "address1_longitude").ReadOnly("address1_composite");

    public static TableBuilder ContactPreferences(this TableBuilder table) => table
        .Flag("donotemail", "donotphone", "donotfax", "donotpostalmail", "donotbulkemail", "donotsendmm")
        .Choice("preferredcontactmethodcode", 1, (1, "Any"), (2, "Email"), (3, "Phone"), (4, "Fax"), (5, "Mail"));

    public static TableBuilder Currency(this TableBuilder table)
    {
        table.Lookup("transactioncurrencyid", "transactioncurrency");
        return table.Put(new("exchangerate", ColumnKind.Decimal)).ReadOnly("exchangerate");
    }

    public static TableBuilder ActiveOrInactive(this TableBuilder table) =>
        table.States([(0, "Active", 1), (1, "Inactive", 2)], [(1, 0, "Active"), (2, 1, "Inactive")]);
}
