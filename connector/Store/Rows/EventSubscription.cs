namespace B2BConnector.Connector.Store.Rows;

/// <summary>Somebody who wants events of one type delivered.</summary>
internal sealed class EventSubscription
{
    public required Guid Id { get; init; }

    /// <summary><see cref="LoggedEvent.Created"/> or <see cref="LoggedEvent.Decided"/>.</summary>
    public required string Type { get; init; }

    /// <summary>Null: all that are served.</summary>
    public string? LegalEntity { get; set; }

    /// <summary>Commerce, Connector or All.</summary>
    public required string Source { get; set; }

    /// <summary>Name of the caller who subscribed.</summary>
    public required string Owner { get; init; }

    /// <summary>Host of the callback address, the only part of it that is no secret.</summary>
    public required string Host { get; init; }

    /// <summary>Hash of caller, type and callback address: subscribing again finds the subscription by it. Null when it is over.</summary>
    public string? Destination { get; set; }

    /// <summary>The configured key that <see cref="Callback"/> and the token were made with.</summary>
    public required string KeyId { get; set; }

    /// <summary>The callback address, encrypted. Empty when the subscription is over.</summary>
    public required string Callback { get; set; }

    /// <summary>Hash of the token that ends the subscription. Kept when it is over, so that ending it twice is no error.</summary>
    public required string TokenHash { get; set; }

    public required SubscriptionState State { get; set; }

    /// <summary>Why it is suspended or has ended.</summary>
    public string? Reason { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Last event that was looked at for it.</summary>
    public required long Cursor { get; set; }
}
