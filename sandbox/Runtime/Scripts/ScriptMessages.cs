namespace B2BConnector.Runtime.Scripts;

/// <summary>Run errors of scripts in the platform's own words (documentation of inline C#, 11/2025).</summary>
internal static class ScriptMessages
{
    public static string Failed(string function, string error) =>
        $"The function '{function}' failed with the error '{error}' when executing. Please verify function code is valid.";

    /// <summary>Inferred: the limit is documented, the text of its error is not.</summary>
    public static string TimedOut(TimeSpan limit) => $"The execution did not complete within the limit of {limit.TotalMinutes:0.##} minutes.";
}
