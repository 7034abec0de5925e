using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions.Checks;

/// <summary>What the checks of a whole workflow or file find, RT0070 to RT0099.</summary>
internal static class DefinitionProblems
{
    public static Problem SchemaAddress(string path, string name, string expected) =>
        Warning("RT0070", $"'{name}' of the definition is missing or is not the one of Logic Apps.", path, null, $"Write \"{name}\": \"{expected}\": the tools know a workflow by it.");

    public static Problem FolderName(string name) =>
        Warning("RT0071", $"The folder name '{name}' is not one that the tools accept.", "", null, "Start with a letter; use letters, digits, and single '-' or '_' between them.");

    public static Problem FolderNameTooLong(string name, int limit) =>
        Warning("RT0090", $"The folder name '{name}' has {name.Length} characters: Azure keeps {limit} of a workflow's name.", "", null, "Shorten it: two workflows whose names begin alike would be one.");

    public static Problem VariableTooEarly(string path, TextSpan? span, string action, string variable, string initializer) =>
        new("RT0072", $"Action '{action}' uses the variable '{variable}' before it is initialized.", path, span, $"Let '{action}', or a block around it, run after '{initializer}'.");

    public static Problem ActionInTrigger(string path, TextSpan span, string function, string name) =>
        new("RT0073", $"The trigger reads action '{name}' with {function}(), but no action has run yet.", path, span, "Move the expression into an action or its condition.");

    public static Problem ItemOutside(string path, TextSpan span) =>
        Warning("RT0074", "item() stands neither in a Foreach nor in a Select, Query or Table.", path, span, "Name what is meant, for example triggerBody() or body('Get_rows').");

    public static Problem NotExpectedHere(string path, TextSpan span, string function, string where) =>
        Warning("RT0075", $"The function {function}() is not expected at this place.", path, span, $"Use it in {where} only.");

    public static Problem CaseTypes(string path, string one, string other) =>
        Warning("RT0076", $"The cases of the Switch are of different types, {one} and {other}: the platform fails every branch when it runs.", path, null, "Give all cases the type of the expression.");

    public static Problem CaseTwice(string path, string value) =>
        Warning("RT0077", $"The case {value} occurs twice in this Switch.", path, null, "Remove one of them.");

    public static Problem ResponseSchemas(string path, string status, string other) =>
        new("RT0078", $"Two Response actions with status {status} have different schemas; the other one is '{other}'.", path, Remedy: "Give both the same schema, or none.");

    public static Problem StatelessTrigger(string path, string type) =>
        new("RT0079", $"A Stateless workflow cannot start with a trigger of type '{type}'.", path, Remedy: "Use Stateful, or a Request trigger.");

    public static Problem StatelessUse(string path, string what) =>
        new("RT0080", $"Stateless workflows do not support {what}.", path, Remedy: "Remove it, or use Stateful.");

    public static Problem NotThatLoop(string path, TextSpan span, string function, string loop, string type) =>
        new("RT0082", $"{function}('{loop}') does not fit: '{loop}' is of type {type}.", path, span, "items() names a Foreach, iterationIndexes() an Until.");

    public static Problem Comment() =>
        Warning("RT0083", "The file holds a comment. The host reads it, but the designer loses it or refuses the file.", "", null, "Move it into a description.");

    public static Problem NotUtf8() =>
        new("RT0084", "The file is not valid UTF-8.", "", Remedy: "Save it as UTF-8.");

    public static Problem FileTooLarge(long limit, long actual) =>
        new("RT0085", $"The file has {actual} bytes; at most {limit} are read.", "", Remedy: "Split the workflow.");

    public static Problem NoHostFile(string folder) =>
        Warning("RT0086", "The folder has no host.json: the host does not start in it.", "", null, "Add host.json with version 2.0 and the extension bundle of workflows.") with { File = folder };

    public static Problem TooManyProblems(int limit) =>
        Warning("RT0087", $"More than {limit} problems in this file; the rest is not shown.", "", null, "Correct these first.");

    public static Problem HostSettingUnknown(string path, string name) =>
        Warning("RT0088", $"The host setting '{name}' is not a documented one.", path, null, "Check its spelling.");

    public static Problem SettingFunction(string path, TextSpan span, string function, string allowed) =>
        new("RT0089", $"The function {function}() is not allowed here.", path, span, $"This file may only use {allowed}.");

    private static Problem Warning(string code, string message, string path, TextSpan? span, string remedy) =>
        new(code, message, path, span, remedy, ProblemSeverity.Warning);
}
