using System.Globalization;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers.Recurrence;

/// <summary>The single values of a recurrence: written as they are, or as expressions over parameters and app settings.</summary>
internal sealed class RecurrenceValues(ObjectReader json, ProjectContents project)
{
    public ObjectReader Json => json;

    public string NeedText(string name)
    {
        json.Need(name);
        return Text(name) ?? "";
    }

    public string? Text(string name) => IsExpression(name) ? Evaluate(name)?.ToString() : json.Text(name);

    public int NeedNumber(string name, int minimum, int maximum)
    {
        json.Need(name);
        if (!IsExpression(name))
        {
            return json.Number(name, minimum, maximum) ?? minimum;
        }

        var value = Evaluate(name);
        if (value is not null && int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        if (value is not null)
        {
            json.Report(RuntimeProblems.BadValue(json.PathOf(name), name, value.ToString(), $"an expression that gives a whole number from {minimum} to {maximum}"));
        }

        return minimum;
    }

    private bool IsExpression(string name) => json.Take(name) is JValue { Type: JTokenType.String } text && ((string)text!).StartsWith('@');

    private JToken? Evaluate(string name)
    {
        var before = json.Problems.Count;
        var template = json.Template(name)!;
        if (json.Problems.Count > before || template.Calls.Any(IsUnknown))
        {
            return null; // reported: a fault of the expression here, an unknown name with all other references
        }

        try
        {
            return template.Evaluate(new SettingsContext(project, withParameters: true));
        }
        catch (WdlException exception)
        {
            json.Report(RuntimeProblems.BadSetting(json.PathOf(name), exception.Message));
            return null;
        }
    }

    private bool IsUnknown(FunctionCall call) => call is { Function: "parameters", LiteralArguments: [{ } parameter, ..] } && !project.ParameterNames.Contains(parameter);
}
