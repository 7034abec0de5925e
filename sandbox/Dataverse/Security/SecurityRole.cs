using B2BConnector.Dataverse.Metadata;

namespace B2BConnector.Dataverse.Security;

/// <summary>A security role.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Privileges">Depth by the name of the privilege (<c>prvReadLead</c>), whatever its case; null = all, everywhere.</param>
public sealed record SecurityRole(Guid Id, string Name, IReadOnlyDictionary<string, AccessDepth>? Privileges)
{
    public AccessDepth DepthOf(AccessRight right, TableDefinition table) =>
        Privileges is null ? AccessDepth.Global : Privileges.GetValueOrDefault(PrivilegeOf(right, table));

    /// <summary>The name of a privilege: some tables are called otherwise there, and all activities share theirs.</summary>
    public static string PrivilegeOf(AccessRight right, TableDefinition table) => $"prv{right}" + table.LogicalName switch
    {
        "annotation" => "Note",
        "systemuser" => "User",
        "task" or "opportunityclose" => "Activity",
        "savedquery" => "Query",
        var name => name,
    };
}
