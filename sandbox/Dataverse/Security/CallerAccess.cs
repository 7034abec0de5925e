using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Security;

/// <summary>
/// What a caller may do: by their own roles, and by those of their teams. A team's user-level privilege reaches rows of the team, and the member's own
/// (member's privilege inheritance <i>Direct User (Basic) access level and Team privileges</i>, the default of new roles).
/// </summary>
/// <remarks>https://learn.microsoft.com/power-platform/admin/security-roles-privileges</remarks>
internal sealed class CallerAccess(Guid userId, IReadOnlyList<Principal> principals)
{
    private readonly bool everything = principals.Any(principal => principal.Roles.Any(role => role.Privileges is null));

    /// <summary>True when the right reaches the row.</summary>
    public bool Can(AccessRight right, TableDefinition table, JObject row) =>
        everything || principals.Any(principal => principal.Roles.Any(role => Reaches(principal, role.DepthOf(right, table), table, row)));

    /// <exception cref="DataverseFault">The right does not reach the row.</exception>
    public void Require(AccessRight right, TableDefinition table, JObject row)
    {
        RequirePrivilege(right, table);
        if (!Can(right, table, row)) throw DataverseErrors.AccessDenied(table, row, userId, right);
    }

    /// <exception cref="DataverseFault">No role has the privilege, at any depth.</exception>
    public void RequirePrivilege(AccessRight right, TableDefinition table)
    {
        if (!everything && !principals.Any(principal => principal.Roles.Any(role => role.DepthOf(right, table) != AccessDepth.None)))
            throw DataverseErrors.PrivilegeMissing(table, userId, principals.Sum(principal => principal.Roles.Count), right);
    }

    private bool Reaches(Principal principal, AccessDepth depth, TableDefinition table, JObject row)
    {
        // A row without owner belongs to the organization: having the privilege is enough.
        if (depth is AccessDepth.None or AccessDepth.Global || !table.IsOwned) return depth != AccessDepth.None;
        var owner = Lookups.Get(row, "ownerid")?.Id;
        if (owner == principal.Id || owner == userId) return true;
        return depth != AccessDepth.Basic && Lookups.Get(row, "owningbusinessunit")?.Id == principal.BusinessUnitId;
    }
}
