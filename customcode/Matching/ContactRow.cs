namespace B2BConnector.CustomCode.Matching;

/// <summary>An active contact with the active account it belongs to, if it does.</summary>
internal sealed record ContactRow(string Id, string Name, string? Email, AccountRow? Parent);
