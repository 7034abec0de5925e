using System.Text.RegularExpressions;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Errors;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>What names a prospect everywhere: legal entity in lower case, and its number there.</summary>
internal sealed partial record ProspectKey(string LegalEntity, string ProspectId)
{
    public const int LongestLegalEntity = 10;
    public const int LongestId = 30;

    public static bool IsLegalEntity(string? text) => text is not null && LegalEntityForm().IsMatch(text);

    /// <summary>Checks both parts before they travel anywhere.</summary>
    /// <exception cref="ConnectorException">invalid_request or legal_entity_not_served.</exception>
    public static ProspectKey Parse(string legalEntity, string prospectId, IOptions<ConnectorOptions> options)
    {
        var problems = new RequestProblems();
        problems.Require(IsLegalEntity(legalEntity), "legalEntity", "A legal entity has 1 to 10 letters and digits, for example usrt.");
        problems.Require(ProspectIdForm().IsMatch(prospectId), "prospectId", "A prospect ID has 1 to 30 characters: letters, digits, spaces and . _ # ' & ( ) + - only.");
        problems.ThrowIfAny();
        return new ProspectKey(Served(legalEntity, options), prospectId);
    }

    /// <summary>The legal entity in lower case.</summary>
    /// <exception cref="ConnectorException">invalid_request or legal_entity_not_served.</exception>
    public static string Served(string legalEntity, IOptions<ConnectorOptions> options)
    {
        if (!IsLegalEntity(legalEntity))
        {
            throw ConnectorErrors.InvalidRequest("legalEntity", "A legal entity has 1 to 10 letters and digits, for example usrt.");
        }

        return options.Value.LegalEntities.Any(served => string.Equals(served, legalEntity, StringComparison.OrdinalIgnoreCase))
            ? legalEntity.ToLowerInvariant()
            : throw ConnectorErrors.LegalEntityNotServed(legalEntity);
    }

    public override string ToString() => $"{LegalEntity}:{ProspectId}";

    [GeneratedRegex(@"\A[A-Za-z0-9]{1,10}\z")]
    private static partial Regex LegalEntityForm();

    [GeneratedRegex(@"\A[\p{L}\p{N} ._#'&()+-]{1,30}\z")]
    private static partial Regex ProspectIdForm();
}
