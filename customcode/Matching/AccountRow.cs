namespace B2BConnector.CustomCode.Matching;

/// <summary>An active account.</summary>
internal sealed record AccountRow(string Id, string Name, string? Country);
