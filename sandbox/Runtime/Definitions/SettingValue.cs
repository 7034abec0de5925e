using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Evaluates a value of parameters.json or connections.json while the project loads.</summary>
internal static class SettingValue
{
    public static JToken? Evaluate(ObjectReader reader, string name, SettingsContext context, ProjectContents project)
    {
        var before = reader.Problems.Count;
        var template = reader.Template(name);
        if (template is not null)
        {
            SettingFunctions.Check(template, context.WithParameters, project, reader);
        }

        if (template is null || reader.Problems.Count > before)
        {
            return null;
        }

        try
        {
            return template.Evaluate(context);
        }
        catch (WdlException exception)
        {
            // A parameter that could not be evaluated has been reported at its own place.
            if (template.Calls.All(call => call.Function != "parameters" || project.Parameters.ContainsKey(call.LiteralArguments[0] ?? "")))
            {
                reader.Report(RuntimeProblems.BadSetting(reader.PathOf(name), exception.Message));
            }

            return null;
        }
    }
}
