namespace B2BConnector.CustomCode.Matching;

/// <summary>A lead made from a prospect that is still pending.</summary>
internal sealed record LeadRow(string? ProspectId, string? Email, string? Company, string? Country);
