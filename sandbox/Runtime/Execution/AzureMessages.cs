using B2BConnector.Runtime.Definitions;

namespace B2BConnector.Runtime.Execution;

/// <summary>Texts of the platform, word for word: tools search for them.</summary>
internal static class AzureMessages
{
    public const string BlockFailed = "An action failed. No dependent actions succeeded.";

    public static string InputsFailed(string action, string detail) =>
        $"Unable to process template language expressions in action '{action}' inputs at line '0' and column '0': '{detail}'.";

    public static string ActionExpressionFailed(string action, string detail) =>
        $"Unable to process template language expressions for action '{action}' at line '0' and column '0': '{detail}'.";

    public static string TriggerFailed(string trigger, string detail) =>
        $"Unable to process template language expressions in trigger '{trigger}' inputs at line '0' and column '0': '{detail}'.";

    public static string RunAfterNotMet(string action, RunAfterCondition condition, ActionStatus actual) =>
        $"The execution of template action '{action}' is skipped: the 'runAfter' condition for action '{condition.Action.Name}' is not satisfied. "
        + $"Expected status values '{string.Join(", ", condition.Statuses)}' and actual value '{actual}'.";

    public static string BranchNotTaken(string action) =>
        $"The execution of template action '{action}' skipped: the branching condition for this action is not satisfied.";

    public static string DependencyFailed(string action, string scope, ActionStatus status, string? code) =>
        $"The execution of template action '{action}' is skipped: dependant action '{scope}' completed with status '{status}' and code '{code}'.";

    public static string ForeachNotArray(string action, string expression, string type) =>
        $"The execution of template action '{action}' failed: the result of the evaluation of 'foreach' expression '{expression}' is of type '{type}'. The result must be a valid array.";

    public static string SwitchNotScalar(string action, string expression, string type) =>
        $"The execution of template action '{action}' failed: The result of the evaluation of 'scope' action expression '{expression}' is not valid. "
        + $"It is of type '{type}' but is expected to be a value of type 'String, Integer'.";

    public static string SwitchTypeMismatch(string action, string valueType, string caseType) =>
        $"The execution of template action '{action}' failed: an unexpected exception encountered when evaluating branching condition. "
        + $"'Template language function 'strongEquals' expects parameters of same type, but found '{valueType},{caseType}' distinct types.'";

    public static string NobodyWaits(string action) =>
        $"The execution of template action '{action}' is skipped: the client application is not waiting for a response from service.";

    public static string NoResponse(string trackingId) =>
        $"The server did not receive a response from an upstream server. Request tracking id '{trackingId}'.";

    /// <summary>Inferred: the platform's exact sentence for limit.timeout is not published.</summary>
    public static string TimedOut(string action) =>
        $"The execution of template action '{action}' is failed: the action did not complete within its time limit.";
}
