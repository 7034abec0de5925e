using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Expression;

/// <summary>The designer's date and time steps: each kind is one function of the language.</summary>
[ActionType("Expression")]
public sealed class ExpressionAction : IAction
{
    private static readonly Dictionary<string, (string Template, string[] Needed)> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CurrentTime"] = ("@utcNow()", []),
        ["GetFutureTime"] = ("@getFutureTime(item()['interval'], item()['timeUnit'])", ["interval", "timeUnit"]),
        ["GetPastTime"] = ("@getPastTime(item()['interval'], item()['timeUnit'])", ["interval", "timeUnit"]),
        ["AddToTime"] = ("@addToTime(item()['baseTime'], item()['interval'], item()['timeUnit'])", ["baseTime", "interval", "timeUnit"]),
        ["SubtractFromTime"] = ("@subtractFromTime(item()['baseTime'], item()['interval'], item()['timeUnit'])", ["baseTime", "interval", "timeUnit"]),
        ["ConvertTimeZone"] = (
            "@convertTimeZone(item()['baseTime'], item()['sourceTimeZone'], item()['destinationTimeZone'], coalesce(item()?['formatString'], 'o'))",
            ["baseTime", "sourceTimeZone", "destinationTimeZone"]),
    };

    private Template inputs = null!;
    private Template expression = null!;

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        var kind = reader.Json.NeedText("kind");
        inputs = reader.Json.Template("inputs") ?? Template.Compile(new JObject(), "", []);
        if (!Kinds.TryGetValue(kind, out var known))
        {
            reader.Report(RuntimeProblems.BadValue(reader.Json.PathOf("kind"), "kind", kind, string.Join(", ", Kinds.Keys)));
            known = Kinds["CurrentTime"];
        }

        foreach (var name in known.Needed)
        {
            reader.Inputs().Need(name);
        }

        expression = Template.Compile(known.Template, "", []);
    }

    /// <inheritdoc/>
    public Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var evaluated = context.EvaluateInputs(inputs);
        return Task.FromResult(ActionResult.Success(new JObject { ["body"] = context.Evaluate(expression, evaluated) }, "OK"));
    }
}
