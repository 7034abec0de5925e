namespace B2BConnector.Connector.Feed;

/// <summary>A pass took so long that another instance began one. Nothing of it is written; the other one sees the same.</summary>
internal sealed class FeedLeaseLostException() : Exception("Another instance of the connector has taken over the reading of prospects.");
