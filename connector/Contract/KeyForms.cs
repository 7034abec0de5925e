using B2BConnector.Connector.Features.Partners;
using B2BConnector.Connector.Features.Prospects;

namespace B2BConnector.Connector.Contract;

/// <summary>How long the parts of keys may be, which many operations take as parameters of one name.</summary>
internal static class KeyForms
{
    public static int? Longest(string parameter) => parameter switch
    {
        "legalEntity" => ProspectKey.LongestLegalEntity,
        "prospectId" => ProspectKey.LongestId,
        "customerAccount" or "partyNumber" or "hierarchyId" => PartnerKey.LongestNumber,
        _ => null,
    };
}
