using B2BConnector.Runtime.Definitions;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Expressions;

/// <summary>Reads JSON that describes a run; what is wrong with it is said in words.</summary>
internal static class RunText
{
    /// <summary>The value of a JSON text.</summary>
    /// <exception cref="FormatException">It is no JSON; the message says what is wrong and where.</exception>
    public static JToken Json(string text)
    {
        try
        {
            return JsonSourceReader.Read("", text).Root;
        }
        catch (JsonSyntaxException exception)
        {
            var (line, column) = JsonSource.Position(text, exception.Offset);
            throw new FormatException($"The text is not valid JSON at line {line}, column {column}: {exception.Message}");
        }
    }

    /// <summary>A value as the description of a run.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static JObject Run(JToken json) => json is not JObject run ? throw new FormatException("The context must be a JSON object.")
        : DescribedRun.Fault(run) is { } fault ? throw new FormatException(fault)
        : run;
}
