namespace B2BConnector.Connector.Contract;

/// <summary>What the contract says about an operation, declared beside its route.</summary>
internal sealed record OperationDescription(string OperationId, string Summary, string Description, Visibility Visibility)
{
    /// <summary>Statuses of errors it may answer with, besides those every operation has.</summary>
    public IReadOnlyList<int> Errors { get; init; } = [];
}
