namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>Repairs that may be made within one minute.</summary>
public sealed class RepairBatch
{
    /// <summary>The repairs; no prospect occurs twice in a plan.</summary>
    public required IReadOnlyList<Repair> Repairs { get; init; }

    /// <summary>Whether no batch follows.</summary>
    public required bool IsLast { get; init; }
}
