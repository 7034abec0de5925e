namespace B2BConnector.CustomCode.Matching;

/// <summary>What a prospect says of itself, cleaned: null means not given.</summary>
internal sealed record MatchRequest
{
    public MatchRequest(string? legalEntity, string? prospectId, string? organizationName, string? email, string? country)
    {
        LegalEntity = Clean(legalEntity);
        ProspectId = Clean(prospectId);
        OrganizationName = Clean(organizationName);
        Email = Clean(email);
        Country = Clean(country);
    }

    public string? LegalEntity { get; }

    public string? ProspectId { get; }

    public string? OrganizationName { get; }

    public string? Email { get; }

    public string? Country { get; }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
