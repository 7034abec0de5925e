using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>The platform's limit for texts that expressions build.</summary>
internal static class Limits
{
    /// <summary>Characters in the result of concat, base64 and string.</summary>
    public const int MaxText = 131_072;

    /// <summary>Inferred: limit documented, sentence not recorded.</summary>
    public static JValue Checked(Arguments arguments, string text) => text.Length <= MaxText
        ? new(text)
        : throw arguments.Fail($"produced a result of {text.Length} characters. The limit is {MaxText} characters.");
}
