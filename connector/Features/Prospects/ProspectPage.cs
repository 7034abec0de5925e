using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>One page of prospects.</summary>
internal sealed record ProspectPage
{
    [Field("Prospects", "Prospects on this page.")]
    public IReadOnlyList<Prospect>? Value { get; init; }

    [Field("Next Link", "Address of the next page, absent on the last one.", Visibility = Visibility.Internal)]
    public string? NextLink { get; init; }
}
