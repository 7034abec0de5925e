namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>A filter of the list and how many it gives.</summary>
public sealed record StatusCount(string Status, string Label, int Count);
