using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions;

/// <summary>
/// What Azure accepts and this runtime does not support, RT0501 to RT0599: told apart from what Azure refuses, never approximated.
/// </summary>
internal static class UnsupportedProblems
{
    public static Problem ActionTypeNotSupported(string path, string action, string type) =>
        Unsupported("RT0501", $"Action '{action}' has the type '{type}', which Azure knows and this runtime does not support.", path, "docs/coverage.md says what runs here.");

    public static Problem TriggerTypeNotSupported(string path, string trigger, string type) =>
        Unsupported("RT0502", $"Trigger '{trigger}' has the type '{type}', which Azure knows and this runtime does not support.", path, "docs/coverage.md says what runs here.");

    public static Problem PropertyNotSupported(string path, string name, string where) =>
        Unsupported("RT0503", $"The property '{name}' of {where} is not supported by this runtime.", path, "To run it here, remove it.");

    public static Problem OptionNotSupported(string path, string option, string where, string supported) =>
        Unsupported("RT0504", $"The operation option '{option}' of {where} is not supported by this runtime.", path, supported.Length == 0 ? "To run it here, remove it." : $"To run it here, use one of: {supported}.");

    public static Problem KindNotSupported(string path, string kind) =>
        Unsupported("RT0505", $"Workflows of kind '{kind}' are not supported by this runtime.", path, "To run it here, use Stateful.");

    public static Problem AuthenticationNotSupported(string path, string type, string supported) =>
        Unsupported("RT0506", $"Authentication of type '{type}' is not supported by this runtime.", path, $"To run it here, use one of: {supported}.");

    public static Problem ConnectionAuthenticationNotSupported(string path, string type) =>
        Unsupported("RT0507", $"Connections with authentication of type '{type}' are not supported by this runtime.", path, "Use Raw with a connection key locally; other types are put in place at deployment.");

    public static Problem SchemaKeywordNotSupported(string path, string keyword) =>
        Unsupported("RT0508", $"The keyword '{keyword}' of JSON Schema is not checked by this runtime.", path, "To run it here, simplify the schema.");

    public static Problem HostSettingNotApplied(string path, string name, string value) =>
        new("RT0509", $"The host setting '{name}' is not applied here; the platform's default {value} stays.", path, Remedy: "It takes effect in Azure.", Severity: ProblemSeverity.Warning);

    public static Problem ScriptPackagesNotSupported(string file) =>
        Unsupported("RT0510", "This runtime does not restore NuGet packages for scripts (function.proj).", "",
            "Use what the framework offers, or move the code into a custom function (customcode/).") with { File = file };

    public static Problem FunctionLanguageNotSupported(string function, string language, string file) =>
        Unsupported("RT0511", $"The function '{function}' is built for '{language}'; this runtime runs functions for .NET 8 and later.", "Language",
            "Set <TargetFramework>net8</TargetFramework> in its project.") with { File = file };

    public static Problem ExpressionNotSupported(string path, string name) =>
        Unsupported("RT0512", $"'{name}' is an expression; this runtime takes only a fixed value here.", path, "To run it here, write the value itself.");

    private static Problem Unsupported(string code, string message, string path, string remedy) =>
        new(code, message, path, Remedy: remedy, Severity: ProblemSeverity.Unsupported);
}
