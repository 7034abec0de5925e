using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Choices;

/// <summary>Answer of every operation that fills a drop-down.</summary>
internal sealed record ChoiceList
{
    [Field("Choices", "Entries of the drop-down.")]
    public IReadOnlyList<Choice>? Value { get; init; }
}
