using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Connection;

/// <summary>Answer of TestConnection.</summary>
internal sealed record ConnectionAnswer
{
    [Field("Status", "The word ok, when key and Commerce answer.")]
    public string? Status { get; init; }

    [Field("Version", "Version of the connector service.")]
    public string? Version { get; init; }

    [Field("Legal Entities", "Codes of the legal entities that are served.")]
    public IReadOnlyList<string>? LegalEntities { get; init; }
}
