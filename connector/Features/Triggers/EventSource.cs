namespace B2BConnector.Connector.Features.Triggers;

/// <summary>Filter of triggers by who caused the event.</summary>
internal enum EventSource
{
    Commerce,
    Connector,
    All,
}
