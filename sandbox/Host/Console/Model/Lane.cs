namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>Where something happened.</summary>
public enum Lane
{
    Site,
    Commerce,
    Connector,
    Workflows,
    Sales,
}
