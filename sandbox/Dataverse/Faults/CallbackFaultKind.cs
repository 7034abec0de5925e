namespace B2BConnector.Dataverse.Faults;

/// <summary>What a switch does to a callback.</summary>
public enum CallbackFaultKind
{
    /// <summary>It is never sent.</summary>
    Drop,

    /// <summary>It is sent late.</summary>
    Delay,

    /// <summary>It is sent twice, possibly at the same time.</summary>
    Double,

    /// <summary>It is sent after a callback that was caused later is delivered, or late when there is none.</summary>
    Reorder,
}
