namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>A label and what it says.</summary>
public sealed record Fact(string Label, string Value);
