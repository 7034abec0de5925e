namespace B2BConnector.Dataverse.Batch;

/// <summary>One part of a batch: a single operation, or a change set whose operations happen together or not at all.</summary>
internal sealed record BatchItem(IReadOnlyList<BatchOperation> Operations, bool IsChangeSet);
