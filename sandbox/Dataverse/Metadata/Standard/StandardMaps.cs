namespace B2BConnector.Dataverse.Metadata.Standard;

/// <summary>
/// The maps that qualifying a lead uses out of the box: the documented ones, then those that practice adds (contact preferences, descriptions,
/// further phones and addresses). telephone1 goes to telephone1: the documentation's other target is taken for a slip (inferred).
/// </summary>
internal static class StandardMaps
{
    private static readonly string[] Address =
    [
        "address1_name", "address1_line1", "address1_line2", "address1_line3", "address1_city", "address1_county",
        "address1_stateorprovince", "address1_postalcode", "address1_postofficebox", "address1_country",
    ];

    private static readonly string[] Preferences = ["donotemail", "donotphone", "donotfax", "donotpostalmail", "donotbulkemail", "donotsendmm"];

    public static IReadOnlyList<EntityMap> All { get; } =
    [
        new("lead", "opportunity",
        [
            new("subject", "name"), .. Same("parentaccountid", "parentcontactid", "qualificationcomments", "description", "transactioncurrencyid", "campaignid"),
        ]),
        new("lead", "account",
        [
            new("companyname", "name"),
            .. Same("websiteurl", "telephone1", "sic", "emailaddress1", "fax", "telephone2", "description", "numberofemployees", "revenue", "transactioncurrencyid"),
            .. Same(Address), .. Same(Preferences),
        ]),
        new("lead", "contact",
        [
            .. Same("firstname", "middlename", "lastname", "salutation", "jobtitle", "telephone1", "mobilephone", "emailaddress1", "emailaddress2", "emailaddress3",
                "websiteurl", "pager", "fax", "telephone2", "telephone3", "description", "transactioncurrencyid"),
            .. Same(Address), .. Same(Preferences),
        ]),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Same(params string[] columns) =>
        columns.Select(column => new KeyValuePair<string, string>(column, column));
}
