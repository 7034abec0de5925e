namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>One prospect and the workflow that brings it right.</summary>
public sealed class Repair
{
    /// <summary>Legal entity of the prospect.</summary>
    public required string LegalEntity { get; init; }

    /// <summary>Number of the prospect.</summary>
    public required string ProspectId { get; init; }

    /// <summary>The workflow to call: <c>create-lead</c>, <c>ensure-customers</c>, <c>decide-prospect</c> or <c>mirror-decision</c>.</summary>
    public required string Step { get; init; }

    /// <summary>What differs, in words.</summary>
    public required string Why { get; init; }

    /// <summary>The sync issue that a person set to Retry; null when nobody did.</summary>
    public string? IssueId { get; init; }

    /// <summary>Etag of that issue: it is closed only if nobody has written it meanwhile.</summary>
    public string? IssueVersion { get; init; }

    /// <summary>Calls of the connector that the workflow makes when nothing goes wrong.</summary>
    public required int ConnectorCalls { get; init; }
}
