namespace B2BConnector.Dataverse.Security;

/// <summary>The roles the sandbox's people have besides those of the solution.</summary>
internal static class StandardRoles
{
    public static readonly SecurityRole Administrator = new(new("10000000-0000-0000-0000-0000000000e1"), "System Administrator", null);

    /// <summary>A seller with user-level rights: only what they or their teams own. Depths are ours; the platform's own role of that name reaches further.</summary>
    public static readonly SecurityRole Salesperson = new(new("10000000-0000-0000-0000-0000000000e2"), "Salesperson, user level", Depths());

    public static IReadOnlyList<SecurityRole> All { get; } = [Administrator, Salesperson];

    private static Dictionary<string, AccessDepth> Depths()
    {
        var depths = new Dictionary<string, AccessDepth>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in (string[])["Lead", "Opportunity", "Account", "Contact", "Note", "Activity"])
        {
            foreach (var right in Enum.GetValues<AccessRight>()) depths[$"prv{right}{table}"] = AccessDepth.Basic;
        }
        foreach (var table in (string[])["User", "Team", "BusinessUnit", "TransactionCurrency", "Campaign", "Query", "Role"]) depths[$"prvRead{table}"] = AccessDepth.Global;
        return depths;
    }
}
