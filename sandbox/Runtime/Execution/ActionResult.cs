using B2BConnector.Runtime.Definitions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>What one try of an action gave.</summary>
/// <param name="Status">Final status of the try.</param>
/// <param name="Code">The platform's code: "OK", "NotFound" …</param>
public sealed record ActionResult(ActionStatus Status, string Code)
{
    /// <summary>Code of actions that have no code of their own.</summary>
    public const string NotSpecified = "NotSpecified";

    /// <summary>The outputs; null when there are none.</summary>
    public JToken? Outputs { get; init; }

    /// <summary>{code, message}; null when there is none.</summary>
    public JObject? Error { get; init; }

    /// <summary>True when trying again may help.</summary>
    public bool Retriable { get; init; }

    /// <summary>The wait that the called service asks for.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Iterations of a loop.</summary>
    public int? Iterations { get; init; }

    /// <summary>Items of a Foreach.</summary>
    public int? Items { get; init; }

    /// <summary>New value of a variable, stored with the result.</summary>
    public (string Name, JToken Value)[]? Variables { get; init; }

    /// <summary>The answer to the waiting caller, stored with the result.</summary>
    public JObject? Response { get; init; }

    /// <summary>The end of the whole run, stored with the result.</summary>
    public JObject? EndsRun { get; init; }

    /// <summary>Succeeded.</summary>
    public static ActionResult Success(JToken? outputs = null, string code = NotSpecified) =>
        new(ActionStatus.Succeeded, code) { Outputs = outputs };

    /// <summary>Failed with an error of the platform's shape.</summary>
    public static ActionResult Failure(string code, string errorCode, string message) =>
        new(ActionStatus.Failed, code) { Error = ErrorOf(errorCode, message) };

    /// <summary>{code, message}.</summary>
    public static JObject ErrorOf(string code, string message) => new() { ["code"] = code, ["message"] = message };
}
