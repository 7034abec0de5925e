using B2BConnector.Runtime.Definitions.Checks;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions;

/// <summary>parameters.json may use appsetting() only, connections.json parameters() too; and what they name must be there.</summary>
internal static class SettingFunctions
{
    public static void Check(Template template, bool withParameters, ProjectContents project, ObjectReader reader)
    {
        foreach (var call in template.Calls)
        {
            if (call.Function == "appsetting")
            {
                if (call.LiteralArguments is [{ } setting, ..] && project.Settings[setting] is null)
                {
                    reader.Report(RuntimeProblems.MissingAppSetting(call.Path, call.Span, setting));
                }
            }
            else if (call.Function == "parameters" && withParameters)
            {
                if (call.LiteralArguments is [{ } parameter, ..] && !project.ParameterNames.Contains(parameter))
                {
                    reader.Report(RuntimeProblems.UnknownParameter(call.Path, call.Span, parameter));
                }
            }
            else
            {
                reader.Report(DefinitionProblems.SettingFunction(call.Path, call.Span, call.Function, withParameters ? "appsetting() and parameters()" : "appsetting()"));
            }
        }
    }
}
