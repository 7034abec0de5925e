using System.CommandLine;
using System.Text;
using B2BConnector.Host.Expressions;
using B2BConnector.Wdl;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.CommandLine;

/// <summary>The verb <c>eval</c>.</summary>
internal static class EvalCommand
{
    private const string Description = """
        Evaluates an expression of the workflow language and prints its value as JSON. Ends with 0 for a value, 1 for an error of the expression, 2 for wrong usage.

        A context describes the run that the expression belongs to, as a JSON object. Every member is optional:
          {"trigger": {"outputs": {"body": {…}}}, "actions": {"Get_lead": {"outputs": {"body": {…}}, "status": "Succeeded"}}, "variables": {"name": …},
           "parameters": {"name": …}, "appsettings": {"NAME": "…"}, "items": {"For_each": …}, "item": …}
        and further results (by scope), iterations (by Until loop), workflow, callbackUrl, now, and action (the record of the action itself).

        With --jsonl every line of standard input is {"expr": "@…", "context": {…}}, and every line of standard output {"value": …} or {"error": {"code", "message"}}.
        """;

    public static Command Create()
    {
        var expression = new Argument<string?>("expression") { Description = "The expression, in single quotes: '@concat(…)', or a text with @{…}.", Arity = ArgumentArity.ZeroOrOne };
        var context = new Option<string?>("--context") { Description = "File with the context; with --jsonl that of lines without one." };
        var lines = new Option<bool>("--jsonl") { Description = "Read expressions from standard input, one JSON object a line. No error ends it." };
        var command = new Command("eval", Description) { expression, context, lines };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(expression) is null) != result.GetValue(lines))
            {
                result.AddError("Give one expression in single quotes, or --jsonl.");
            }
        });
        command.SetAction((parsed, stop) => SandboxCommand.GuardAsync(
            async () =>
            {
                var run = Context(parsed.GetValue(context));
                if (!parsed.GetValue(lines))
                {
                    return One(parsed.GetValue(expression)!, run);
                }

                using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
                await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                await ExpressionLines.RunAsync(input, output, run, stop);
                return 0;
            },
            stop));
        return command;
    }

    private static int One(string expression, JObject run)
    {
        var result = ExpressionEvaluation.Evaluate(new JValue(expression), run);
        if (result.Value is { } value)
        {
            Console.Out.WriteLine(value is JValue ? value.ToString(Formatting.None) : value.ToString(Formatting.Indented));
            return 0;
        }

        Console.Error.WriteLine($"error {result.Code}: {result.Message}");
        if (result.Span is { } span)
        {
            Console.Error.WriteLine(Caret.Under(expression, span));
        }

        if (result.Remedy is not null)
        {
            Console.Error.WriteLine(result.Remedy);
        }

        return 1;
    }

    private static JObject Context(string? file)
    {
        if (file is null)
        {
            return [];
        }

        try
        {
            return RunText.Run(RunText.Json(File.ReadAllText(file)));
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new SandboxFailure($"{file}: {exception.Message}");
        }
    }
}
