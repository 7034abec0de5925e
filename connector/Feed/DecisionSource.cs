namespace B2BConnector.Connector.Feed;

/// <summary>Who decided on a prospect.</summary>
internal enum DecisionSource
{
    /// <summary>Somebody in Commerce headquarters.</summary>
    Commerce,

    /// <summary>This connector.</summary>
    Connector,
}
