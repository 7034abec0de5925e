namespace B2BConnector.Dataverse.Security;

/// <summary>A user or a team with its roles: rows belong to one of these.</summary>
internal sealed record Principal(Guid Id, Guid BusinessUnitId, IReadOnlyList<SecurityRole> Roles);
