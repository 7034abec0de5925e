using B2BConnector.Dataverse.Security;

namespace B2BConnector.Dataverse.Rows;

/// <summary>The system user who acts, the business unit they belong to, and what they may do.</summary>
internal sealed record Caller(Guid UserId, Guid BusinessUnitId, CallerAccess Access);
