using System.Text.Json.Serialization;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>How a user came to the partner.</summary>
internal enum PartnerUserOutcome
{
    [JsonStringEnumMemberName("created")]
    Created,

    /// <summary>A customer or contact that was there before joined the hierarchy.</summary>
    [JsonStringEnumMemberName("adopted")]
    Adopted,

    [JsonStringEnumMemberName("alreadyMember")]
    AlreadyMember,
}
