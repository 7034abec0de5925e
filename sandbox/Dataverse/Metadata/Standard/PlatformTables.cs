namespace B2BConnector.Dataverse.Metadata.Standard;

/// <summary>Tables that are there so that lookups, owners and views have something to point to.</summary>
internal static class PlatformTables
{
    public static IEnumerable<TableBuilder> Define() =>
    [
        new TableBuilder("systemuser", "systemusers", "systemuserid", "fullname", 8).Text(200, "fullname").Text(256, "firstname", "lastname")
            .Text(1024, "domainname").Text(100, "internalemailaddress").Text(36, "applicationid", "azureactivedirectoryobjectid").Flag("isdisabled")
            .Lookup("businessunitid", "businessunit").Audited(),
        new TableBuilder("team", "teams", "teamid", "name", 9).Text(160, "name").Memo(2000, "description")
            .Choice("teamtype", 0, (0, "Owner"), (1, "Access"), (2, "Security Group"), (3, "Office Group")).Flag("isdefault")
            .Lookup("businessunitid", "businessunit").Audited(),
        new TableBuilder("businessunit", "businessunits", "businessunitid", "name", 10).Text(160, "name").Lookup("parentbusinessunitid", "businessunit").Audited(),
        new TableBuilder("transactioncurrency", "transactioncurrencies", "transactioncurrencyid", "currencyname", 9105).Text(100, "currencyname")
            .Text(5, "isocurrencycode").Text(10, "currencysymbol").Whole(0, 4, "currencyprecision").Put(new("exchangerate", ColumnKind.Decimal)).Audited().ActiveOrInactive(),
        new TableBuilder("campaign", "campaigns", "campaignid", "name", 4400).Text(128, "name").Owned().Audited().ActiveOrInactive(),
        new TableBuilder("savedquery", "savedqueries", "savedqueryid", "name", 1039).Text(200, "name").Text(64, "returnedtypecode")
            .Memo(1_073_741_823, "fetchxml", "layoutxml").Whole(0, 131_072, "querytype").Flag("isdefault", "isquickfindquery"),
    ];
}
