using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Every author error that the runtime reports at load. One factory each: code, sentence, remedy.</summary>
internal static class RuntimeProblems
{
    public static Problem MalformedJson(string detail) =>
        new("RT0001", $"The file is not valid JSON: {detail}", "", Remedy: "Correct the text at this place.");

    public static Problem FileMissing(string path, string file) =>
        new("RT0002", $"The file '{file}' does not exist.", path, Remedy: "Add the file, or correct its name (upper and lower case count).");

    public static Problem UnknownActionType(string path, string action, string type, string supported) =>
        new("RT0003", $"Action '{action}' has the type '{type}', which does not exist.", path, Remedy: $"Use one of: {supported}.");

    public static Problem UnknownTriggerType(string path, string trigger, string type, string supported) =>
        new("RT0004", $"Trigger '{trigger}' has the type '{type}', which does not exist.", path, Remedy: $"Use one of: {supported}.");

    public static Problem UnknownProperty(string path, string name, string where) =>
        new("RT0005", $"The property '{name}' of {where} is not known.", path, Remedy: "Remove it, or correct its spelling.");

    public static Problem UnknownOption(string path, string option, string where, string supported) =>
        new("RT0006", $"The operation option '{option}' does not exist; it is set on {where}.", path, Remedy: supported.Length == 0 ? "Remove it." : $"Use one of: {supported}.");

    public static Problem Missing(string path, string name, string where) =>
        new("RT0007", $"The property '{name}' of {where} is missing.", path, Remedy: $"Add '{name}'.");

    public static Problem WrongType(string path, string name, string expected, string actual) =>
        new("RT0008", $"'{name}' must be {expected}, but is {actual}.", path, Remedy: "Correct the value.");

    public static Problem RunAfterUnknown(string path, string action, string other) =>
        new("RT0009", $"Action '{action}' runs after '{other}', which is not an action beside it.", path, Remedy: "Name an action of the same block.");

    public static Problem RunAfterStatus(string path, string action, string status) =>
        new("RT0010", $"'{status}' in runAfter of action '{action}' is not a status.", path, Remedy: "Use a list of Succeeded, Failed, Skipped, TimedOut that is not empty.");

    public static Problem RunAfterCycle(string path, string action) =>
        new("RT0011", $"Action '{action}' waits for itself through runAfter.", path, Remedy: "Break the circle.");

    public static Problem DuplicateName(string path, string name) =>
        new("RT0012", $"The action name '{name}' occurs more than once; upper and lower case do not count.", path, Remedy: "Give each action of the workflow a name of its own.");

    public static Problem DuplicateProperty(string path, string name) =>
        new("RT0013", $"The property '{name}' occurs twice in this object.", path, Remedy: "Remove or rename one of them.");

    public static Problem UnknownAction(string path, TextSpan span, string name) =>
        new("RT0014", $"The expression refers to action '{name}', which the workflow does not have.", path, span, "Correct the name.");

    public static Problem NotOnRunAfterPath(string path, TextSpan span, string action, string name) =>
        new("RT0015", $"Action '{action}' refers to '{name}', which must either be in 'runAfter' path or within a scope action on the 'runAfter' path.", path, span, $"Let '{action}' run after '{name}'.");

    public static Problem UnknownParameter(string path, TextSpan? span, string name) =>
        new("RT0016", $"The parameter '{name}' is not defined in parameters.json.", path, span, "Define it there, with type and value.");

    public static Problem UnknownConnection(string path, string name) =>
        new("RT0017", $"The connection '{name}' is not defined in connections.json.", path, Remedy: "Define it there, or correct the reference name.");

    public static Problem UnknownWorkflow(string path, string name) =>
        new("RT0018", $"The workflow '{name}' does not exist in this project.", path, Remedy: "Use the name of a workflow folder beside this one.");

    public static Problem ChildWithoutRequest(string path, string name) =>
        new("RT0019", $"The workflow '{name}' has no Request trigger, so it cannot be called.", path, Remedy: "Call a workflow that starts with a Request trigger.");

    public static Problem UnknownVariable(string path, TextSpan? span, string name) =>
        new("RT0020", $"The variable '{name}' is not initialized in this workflow.", path, span, "Add an InitializeVariable action at the top level.");

    public static Problem VariableTwice(string path, string name) =>
        new("RT0021", $"The variable '{name}' is initialized more than once.", path, Remedy: "Initialize it once; use SetVariable afterwards.");

    public static Problem UnknownFunction(string path, string name) =>
        new("RT0022", $"The custom function '{name}' is not found under lib/custom.", path, Remedy: "Build the custom code project, or correct the name.");

    public static Problem SecureDataUnsupported(string path, string part, string where) =>
        new("RT0023", $"Secure {part} are not supported on {where}.", path, Remedy: "Remove the entry, or secure another action.");

    public static Problem LimitExceeded(string path, string what, long limit, long actual) =>
        new("RT0024", $"{what}: at most {limit} are allowed, this has {actual}.", path, Remedy: "Split the workflow, or shorten it.");

    public static Problem BadDuration(string path, string value) =>
        new("RT0025", $"'{value}' is not an ISO 8601 duration.", path, Remedy: "Write it like PT20S, PT5M, PT1H or P1D.");

    public static Problem BadRetryPolicy(string path, string detail) =>
        new("RT0026", $"The retry policy is not valid: {detail}", path, Remedy: "Use none, fixed or exponential with count 1 to 90 and intervals from PT5S to P1D.");

    public static Problem ParameterWithoutValue(string path, string name) =>
        new("RT0027", $"The parameter '{name}' has no value.", path, Remedy: "Give it a value in parameters.json.");

    public static Problem TriggerCount(string path, int count) =>
        new("RT0028", $"A workflow has exactly one trigger; this one has {count}.", path, Remedy: "Keep one trigger.");

    public static Problem BadValue(string path, string name, string value, string allowed) =>
        new("RT0029", $"'{value}' is not a valid value of '{name}'.", path, Remedy: $"Use {allowed}.");

    public static Problem Misplaced(string path, string action, string rule) =>
        new("RT0030", $"Action '{action}' stands at a place where it is not allowed: {rule}", path, Remedy: "Move it.");

    public static Problem LoopNotAround(string path, TextSpan span, string function, string loop) =>
        new("RT0031", $"{function}('{loop}') is only known inside the loop '{loop}'.", path, span, "Name a loop around this action.");

    public static Problem MissingAppSetting(string path, TextSpan? span, string name) =>
        new("RT0032", $"The app setting '{name}' is not set.", path, span, "Add it to the environment or to Values in local.settings.json, and to the app settings in Azure.", ProblemSeverity.Unsupported);

    public static Problem BadSetting(string path, string detail) =>
        new("RT0033", $"The setting cannot be evaluated: {detail}", path, Remedy: "Only appsetting() is allowed in parameters.json, and appsetting() and parameters() in connections.json.");

    public static Problem NoWorkflows(string folder) =>
        new("RT0034", $"The folder '{folder}' holds no workflow: no subfolder has a workflow.json.", "", Remedy: "Point to the Logic App project folder.", File: folder);

    public static Problem FolderMissing(string folder) =>
        new("RT0035", $"The folder '{folder}' does not exist.", "", Remedy: "Point to the Logic App project folder.", File: folder);

    public static Problem BadSchema(string path, string detail) =>
        new("RT0038", $"The JSON schema is not valid: {detail}", path, Remedy: "Correct the schema.");

    public static Problem NotAnExpression(string path, string name) =>
        new("RT0039", $"'{name}' must be an expression that starts with '@'.", path, Remedy: "Write it as an expression, for example @body('Get_rows')?['value'].");

    public static Problem NoManagedIdentity(string path, string setting) =>
        new("RT0043", $"The call signs in with the managed identity, but there is none: the app setting '{setting}' is not set.", path, Remedy: "Turn on the identity of the Logic App; App Service then sets it.", Severity: ProblemSeverity.Unsupported);

    public static Problem CallbackInUnsubscribe(string path, TextSpan span) =>
        new("RT0044", "listCallbackUrl() is not known in unsubscribe.", path, span, "Name the subscription by an id that subscribe gave it.");

    public static Problem UnreadableFile(string detail) =>
        new("RT0041", $"The file cannot be read: {detail}", "", Remedy: "Check that the file exists and that this account may read it.");

    public static Problem UnboundConnectionReference(string path, string name) =>
        new("RT0060", $"No connection is bound to the connection reference '{name}'.", path, Remedy: "Bind it where the flows are imported.");

    public static Problem UnknownConnectionReference(string path, string name) =>
        new("RT0061", $"The flow has no connection reference '{name}'.", path, Remedy: "Name one of connectionReferences.");

    public static Problem ConnectorNotDefined(string path, string api) =>
        new("RT0062", $"What the operations of the connector '{api}' are is not known here.", path, Remedy: "Name the connector's Swagger file where its connection is bound.");

    public static Problem UnknownOperation(string path, string operation, string known) =>
        new("RT0063", $"The connector has no operation '{operation}'.", path, Remedy: $"Use one of: {known}.");

    public static Problem OperationDoesNotFit(string path, string operation, string lacking) =>
        new("RT0064", $"The operation '{operation}' cannot be used here.", path, Remedy: $"Name {lacking}.");

    public static Problem UnknownOperationParameter(string path, string name, string operation) =>
        new("RT0065", $"The operation '{operation}' has no parameter '{name}'.", path, Remedy: "Remove it, or correct its spelling; parts of a body are named body/part.");

    public static Problem OperationParameterMissing(string path, string name, string operation) =>
        new("RT0066", $"The operation '{operation}' needs the parameter '{name}'.", path, Remedy: $"Add '{name}'.");

    public static Problem NoAppSettings(string path, TextSpan? span) =>
        new("RT0067", "Cloud flows have no app settings.", path, span, "Use an environment variable.");
}
