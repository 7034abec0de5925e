namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>A step of the lifecycle.</summary>
/// <param name="Name">What was, or is to be, reached.</param>
/// <param name="Reached">Whether it was.</param>
public sealed record Milestone(string Name, bool Reached);
