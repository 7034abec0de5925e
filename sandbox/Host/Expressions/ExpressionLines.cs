using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Expressions;

/// <summary>Evaluates lines <c>{"expr":…,"context":…}</c>, one answer each, whatever a line holds.</summary>
internal static class ExpressionLines
{
    /// <summary>Code of a line that is no question; every other code comes from the language.</summary>
    private const string MalformedLine = "MalformedLine";

    /// <param name="input">The lines.</param>
    /// <param name="output">Takes one line each, at once, so that a program can ask and wait.</param>
    /// <param name="otherwise">The run of lines without a context.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task RunAsync(TextReader input, TextWriter output, JObject otherwise, CancellationToken stop)
    {
        while (await input.ReadLineAsync(stop) is { } line)
        {
            await output.WriteLineAsync(Answer(line, otherwise).ToJson().ToString(Formatting.None).AsMemory(), stop);
            await output.FlushAsync(stop);
        }
    }

    private static EvalResult Answer(string line, JObject otherwise)
    {
        try
        {
            if (RunText.Json(line) is not JObject question || question["expr"] is not { } expression)
            {
                return new EvalResult(null, MalformedLine, "The line must be an object {\"expr\":…,\"context\":…}.");
            }

            return ExpressionEvaluation.Evaluate(expression, question["context"] is { } context ? RunText.Run(context) : otherwise);
        }
        catch (FormatException fault)
        {
            return new EvalResult(null, MalformedLine, fault.Message);
        }
    }
}
