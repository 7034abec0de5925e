namespace B2BConnector.Runtime.CustomCode;

/// <summary>Run errors of custom functions, worded as the platform words those of scripts (inferred).</summary>
internal static class CustomCodeMessages
{
    public static string Failed(string function) => $"The function '{function}' failed to execute. Please verify function code is valid.";

    public static string NotFound(string function) => $"The function '{function}' does not exist.";
}
