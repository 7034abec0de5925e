using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Feed;
using B2BConnector.Connector.Features.Prospects;

namespace B2BConnector.Connector.Features.Triggers;

/// <summary>Something happened to a prospect. Ids only: whoever acts on it reads the prospect as it is then.</summary>
internal sealed record ProspectEvent
{
    [Field("Event ID", "Number of the event, the same whenever it is delivered.")]
    public Guid EventId { get; init; }

    [Field("Event Type", "What happened, prospect.created or prospect.decided.")]
    public string? Type { get; init; }

    [Field("Occurred At", "When the connector saw it.")]
    public DateTimeOffset OccurredAt { get; init; }

    [Field("Legal Entity", "Code of the legal entity in Commerce, in lower case.")]
    public string? LegalEntity { get; init; }

    [Field("Prospect ID", "Number of the prospect within the legal entity.")]
    public string? ProspectId { get; init; }

    [Field("Status", "Status of the prospect when it was seen.")]
    public ProspectStatus Status { get; init; }

    [Field("Decision Source", "Who decided, this connector or somebody in Commerce.")]
    public DecisionSource? DecisionSource { get; init; }
}
