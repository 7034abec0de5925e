namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>A try of an action that failed and was repeated.</summary>
public sealed record AttemptView(DateTimeOffset At, TimeSpan? Took, string Code, string? Error);
