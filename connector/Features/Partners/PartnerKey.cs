using System.Text.RegularExpressions;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Prospects;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>What names a business partner: legal entity in lower case, and the account of its organization there.</summary>
internal sealed partial record PartnerKey(string LegalEntity, string CustomerAccount)
{
    public const int LongestNumber = 40;

    /// <summary>Checks both parts before they travel anywhere.</summary>
    /// <exception cref="ConnectorException">invalid_request or legal_entity_not_served.</exception>
    public static PartnerKey Parse(string legalEntity, string customerAccount, IOptions<ConnectorOptions> options)
    {
        var problems = new RequestProblems();
        problems.Require(ProspectKey.IsLegalEntity(legalEntity), "legalEntity", ProspectKey.LegalEntityForm);
        RequireNumber(problems, customerAccount, "customerAccount");
        problems.ThrowIfAny();
        return new PartnerKey(ProspectKey.Served(legalEntity, options), customerAccount);
    }

    /// <summary>Account, hierarchy and party numbers share one form.</summary>
    public static void RequireNumber(RequestProblems problems, string value, string target) =>
        problems.Require(NumberForm().IsMatch(value), target, $"{target} has 1 to 40 characters: letters, digits, spaces and . _ # ' & ( ) + - only.");

    public override string ToString() => $"{LegalEntity}:{CustomerAccount.ToUpperInvariant()}";

    [GeneratedRegex(@"\A[\p{L}\p{N} ._#'&()+-]{1,40}\z")]
    private static partial Regex NumberForm();
}
