using System.Text;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Limits for texts that expressions build: the platform's, and one that keeps a small expression from eating the machine.</summary>
internal static class Limits
{
    /// <summary>Characters in the result of concat, base64 and string.</summary>
    public const int MaxText = 131_072;

    /// <summary>Characters in the result of functions without a documented limit of their own: the size of the largest message.</summary>
    public const int MaxContent = 104_857_600;

    /// <summary>Inferred: limit documented, sentence not recorded.</summary>
    public static JValue Checked(Arguments arguments, string text) => text.Length <= MaxText ? new(text) : throw TooLong(arguments, MaxText);

    public static JValue Join(Arguments arguments, string separator, IEnumerable<string> parts)
    {
        var result = new StringBuilder();
        var first = true;
        foreach (var part in parts)
        {
            result.Append(first ? "" : separator).Append(part);
            first = false;
            if (result.Length > MaxContent)
            {
                throw TooLong(arguments, MaxContent);
            }
        }
        return new(result.ToString());
    }

    public static WdlException TooLong(Arguments arguments, int limit) => arguments.Fail($"produced a result that is too long. The limit is {limit} characters.");
}
