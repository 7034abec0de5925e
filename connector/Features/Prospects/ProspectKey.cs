using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Errors;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>What names a prospect everywhere: legal entity in lower case, and its number there.</summary>
internal sealed record ProspectKey(string LegalEntity, string ProspectId)
{
    public const int LongestLegalEntity = 10;
    public const int LongestId = 30;

    public const string LegalEntityForm = "A legal entity has 1 to 10 letters and digits, for example usrt.";

    private const string OtherCharactersOfAnId = " ._#'&()+-";

    public static bool IsLegalEntity(string? text) => text is { Length: > 0 and <= LongestLegalEntity } && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>Checks both parts before they travel anywhere.</summary>
    /// <exception cref="ConnectorException">invalid_request or legal_entity_not_served.</exception>
    public static ProspectKey Parse(string legalEntity, string prospectId, IOptions<ConnectorOptions> options)
    {
        var problems = new RequestProblems();
        problems.Require(IsLegalEntity(legalEntity), "legalEntity", LegalEntityForm);
        problems.Require(IsProspectId(prospectId), "prospectId", "A prospect ID has 1 to 30 characters: letters, digits, spaces and . _ # ' & ( ) + - only.");
        problems.ThrowIfAny();
        return new ProspectKey(IfServed(legalEntity, options), prospectId);
    }

    /// <summary>The legal entity in lower case.</summary>
    /// <exception cref="ConnectorException">invalid_request or legal_entity_not_served.</exception>
    public static string Served(string legalEntity, IOptions<ConnectorOptions> options)
    {
        if (!IsLegalEntity(legalEntity))
        {
            throw ConnectorErrors.InvalidRequest("legalEntity", LegalEntityForm);
        }

        return IfServed(legalEntity, options);
    }

    public override string ToString() => $"{LegalEntity}:{ProspectId}";

    private static string IfServed(string legalEntity, IOptions<ConnectorOptions> options) =>
        options.Value.LegalEntities.Contains(legalEntity, StringComparer.OrdinalIgnoreCase)
            ? legalEntity.ToLowerInvariant()
            : throw ConnectorErrors.LegalEntityNotServed(legalEntity);

    private static bool IsProspectId(string text) => text is { Length: > 0 and <= LongestId } && text.All(IsOfAnId);

    private static bool IsOfAnId(char character) => char.IsLetter(character) || char.IsNumber(character) || OtherCharactersOfAnId.Contains(character, StringComparison.Ordinal);
}
