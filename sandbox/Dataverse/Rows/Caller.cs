namespace B2BConnector.Dataverse.Rows;

/// <summary>The system user who acts, and the business unit they belong to.</summary>
internal sealed record Caller(Guid UserId, Guid BusinessUnitId);
