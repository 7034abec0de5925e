using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.History;

/// <summary>
/// Errors of actions whose data is secured: sentences that may quote values are not shown. Expressions of the run still see them,
/// so that a workflow can say why it failed.
/// </summary>
internal static class SecuredError
{
    private static readonly HashSet<string> Quoting =
        ["InvalidTemplate", "InternalServerError", "InlineCodeScriptRuntimeFailure", "InvokeFunctionFailed", "InvalidJSON", "InvalidUri", "InvalidVariableOperation"];

    /// <summary>Inferred: the platform's own sentence for this is not published.</summary>
    private const string Hidden = "The details are hidden because the data of the action is secured.";

    public static JObject? Of(ActionRecord record) =>
        record is { Secured: not null, Error: { } error } && Quoting.Contains((string?)error["code"] ?? "")
            ? new JObject { ["code"] = error["code"]!.DeepClone(), ["message"] = Hidden }
            : record.Error;
}
