using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Choices;

/// <summary>One entry of a drop-down: what is sent and what is shown.</summary>
internal sealed record Choice
{
    [Field("ID", "What is sent when this entry is chosen.")]
    public string? Id { get; init; }

    [Field("Name", "What is shown.")]
    public string? Name { get; init; }
}
