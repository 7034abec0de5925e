namespace B2BConnector.Connector.Delivery;

/// <summary>What one try came to.</summary>
/// <param name="Kind">What follows from it.</param>
/// <param name="Words">For people: the status, or why there is none. Nothing of the callback address.</param>
/// <param name="RetryAfter">The wait that the receiver asked for.</param>
internal sealed record DeliveryOutcome(OutcomeKind Kind, string Words, TimeSpan? RetryAfter = null);

/// <summary>What follows from a try.</summary>
internal enum OutcomeKind
{
    /// <summary>2xx: done.</summary>
    Delivered,

    /// <summary>Tried again by the schedule.</summary>
    Failed,

    /// <summary>401, 403, 404: nothing more is sent until somebody subscribes again; events are kept.</summary>
    Suspended,

    /// <summary>410: the receiver wants nothing any more.</summary>
    Ended,
}
