namespace B2BConnector.Dataverse.Metadata.Standard;

/// <summary>Who has which role and belongs to which team. Roles themselves are part of the model: there is nothing to change in them here.</summary>
internal static class SecurityTables
{
    public static IEnumerable<TableBuilder> Define() =>
    [
        Between("systemuserroles", "systemuserrolescollection", "systemuserroleid", 8000, "systemuserid", "roleid"),
        Between("teamroles", "teamrolescollection", "teamroleid", 8001, "teamid", "roleid"),
        Between("teammembership", "teammemberships", "teammembershipid", 23, "teamid", "systemuserid"),
    ];

    // The platform has plain ids here, no lookups, and adds rows through $ref, which the sandbox does not support: here they are created.
    private static TableBuilder Between(string name, string set, string id, int typeCode, params string[] columns) =>
        new TableBuilder(name, set, id, id, typeCode).Text(36, columns).Put(new("versionnumber", ColumnKind.BigInteger)).ReadOnly("versionnumber");
}
