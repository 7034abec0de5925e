namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>A prospect in all systems: legal entity in lower case, and its number there.</summary>
public readonly record struct ProspectKey
{
    public ProspectKey(string legalEntity, string prospectId)
    {
        LegalEntity = legalEntity.ToLowerInvariant();
        ProspectId = prospectId;
    }

    public string LegalEntity { get; }

    public string ProspectId { get; }

    public string Path => $"/story/{Uri.EscapeDataString(LegalEntity)}/{Uri.EscapeDataString(ProspectId)}";

    /// <summary>The clientTrackingId of its runs.</summary>
    public override string ToString() => $"{LegalEntity}:{ProspectId}";

    /// <summary>The rows of Sales that carry the key.</summary>
    public string SalesFilter => $"b2b_legalentity eq '{Quoted(LegalEntity)}' and b2b_prospectid eq '{Quoted(ProspectId)}'";

    /// <summary>The key in the address of its row in Commerce.</summary>
    public string CommerceKey => Uri.EscapeDataString($"dataAreaId='{Quoted(LegalEntity)}',ProspectId='{Quoted(ProspectId)}'");

    private static string Quoted(string value) => value.Replace("'", "''", StringComparison.Ordinal);
}
