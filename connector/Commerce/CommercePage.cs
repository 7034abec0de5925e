using System.Text.Json.Serialization;

namespace B2BConnector.Connector.Commerce;

/// <summary>One page of a query.</summary>
internal sealed record CommercePage<T>(
    [property: JsonPropertyName("value")] IReadOnlyList<T> Value,
    [property: JsonPropertyName("@odata.nextLink")] string? NextLink);
