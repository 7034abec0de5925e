using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>The address of a prospect.</summary>
internal sealed record AddressRequest : PostalAddress
{
    [Field("Address Description", "What the address is used for.", Visibility = Visibility.Advanced, Longest = 60)]
    public string? Description { get; init; }

    /// <summary>True when no part is filled.</summary>
    internal bool IsEmpty() => this == new AddressRequest();
}
