namespace B2BConnector.Wdl.Values;

/// <summary>How a timestamp named its zone.</summary>
internal enum MomentKind
{
    /// <summary>With Z.</summary>
    Utc,

    /// <summary>Without a zone.</summary>
    Unspecified,

    /// <summary>With an offset like +02:00.</summary>
    Offset,
}
