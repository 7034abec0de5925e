namespace B2BConnector.Connector.Commerce;

/// <summary>What kind of failure a call to Commerce was, because callers act differently on each.</summary>
internal enum CommerceFailure
{
    /// <summary>Throttled, down or unreachable; nothing was changed.</summary>
    Unavailable,

    /// <summary>A write whose outcome is unknown: look before writing again.</summary>
    Ambiguous,

    /// <summary>The row changed since it was read (412).</summary>
    Changed,

    /// <summary>Commerce understood and said no.</summary>
    Refused,

    /// <summary>The sign-in of the connector was not accepted.</summary>
    SignIn,

    /// <summary>An answer that is not what this address should answer.</summary>
    Unexpected,
}
