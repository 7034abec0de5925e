namespace B2BConnector.Connector.Store.Rows;

/// <summary>Where a subscription stands.</summary>
internal enum SubscriptionState
{
    Active,

    /// <summary>The receiver refuses; events wait until somebody subscribes again.</summary>
    Suspended,

    /// <summary>The receiver said 410.</summary>
    Ended,

    /// <summary>The subscriber ended it.</summary>
    Deleted,
}
