using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Answer of ListPartnerUsers. One hierarchy is read whole, so there are no pages.</summary>
internal sealed record PartnerUserList
{
    [Field("Users", "Users of the partner, administrators first.")]
    public IReadOnlyList<PartnerUser>? Value { get; init; }
}
