namespace B2BConnector.Commerce.Jobs;

/// <summary>What one execution did.</summary>
internal sealed record JobResult(int Processed, int Failed = 0);
