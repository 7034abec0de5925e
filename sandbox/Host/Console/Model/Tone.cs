namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>How good something is. Colour and sign follow it; the words never need them.</summary>
public enum Tone
{
    Quiet,
    Good,
    Waiting,
    Bad,
}
