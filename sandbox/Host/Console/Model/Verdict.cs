namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>Where a story stands, in plain words.</summary>
/// <param name="Stands">One sentence.</param>
/// <param name="Next">What happens next.</param>
/// <param name="Who">Who has to act.</param>
/// <param name="Tone">How good.</param>
public sealed record Verdict(string Stands, string Next, string Who, Tone Tone);
