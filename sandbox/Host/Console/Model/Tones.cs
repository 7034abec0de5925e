namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>Which status is how good.</summary>
internal static class Tones
{
    public static Tone OfRun(string status) => status switch
    {
        "Succeeded" => Tone.Good,
        "Failed" or "TimedOut" or "Aborted" or "Faulted" => Tone.Bad,
        "Running" or "Waiting" => Tone.Waiting,
        _ => Tone.Quiet,
    };

    public static Tone OfState(string? state) => state switch
    {
        "Approved" or "Won" or "Qualified" => Tone.Good,
        "Rejected" or "Lost" or "Disqualified" => Tone.Quiet,
        null => Tone.Bad,
        _ => Tone.Waiting,
    };
}
