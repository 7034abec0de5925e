using System.Globalization;

namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>A prospect. Equal whatever the case of its texts, as Commerce and Dataverse compare them.</summary>
internal readonly record struct ProspectKey
{
    private readonly string _folded;

    public ProspectKey(string legalEntity, string prospectId)
    {
        (LegalEntity, ProspectId) = (legalEntity, prospectId);
        _folded = $"{legalEntity}:{prospectId}".ToUpperInvariant();
    }

    public string LegalEntity { get; }

    public string ProspectId { get; }

    /// <exception cref="FormatException">The text is not <c>legalEntity:prospectId</c>.</exception>
    public static ProspectKey Parse(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < text.Length - 1
        ? new ProspectKey(text[..colon], text[(colon + 1)..])
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{text}' is no key of a prospect; expected legalEntity:prospectId."));

    public bool Equals(ProspectKey other) => _folded == other._folded;

    public override int GetHashCode() => _folded?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => $"{LegalEntity}:{ProspectId}";
}
