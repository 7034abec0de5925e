using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Expressions;

/// <summary>What became of one expression: a value, or the first thing that is wrong with it.</summary>
internal sealed record EvalResult(JToken? Value, string Code = "", string Message = "", TextSpan? Span = null, string? Remedy = null)
{
    public bool IsValue => Value is not null;

    /// <summary><c>{"value":…}</c> or <c>{"error":{"code","message"}}</c>.</summary>
    public JObject ToJson() => Value is not null
        ? new JObject { ["value"] = Value }
        : new JObject { ["error"] = new JObject { ["code"] = Code, ["message"] = Message } };
}
