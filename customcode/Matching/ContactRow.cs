namespace B2BConnector.CustomCode.Matching;

/// <summary>An active contact. <paramref name="ParentId"/> may also be the id of another contact.</summary>
internal sealed record ContactRow(string Id, string Name, string? Email, string? ParentId);
