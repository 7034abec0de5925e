using System.Text.RegularExpressions;

namespace B2BConnector.ApiHub.Policies;

/// <summary>A text with <c>@connectionParameters('x','default')</c>, <c>@headers('x')</c> and <c>@queryParameters('x')</c> in it.</summary>
internal sealed partial class PolicyExpression
{
    private readonly string _text;

    private PolicyExpression(string text) => _text = text;

    public static PolicyExpression Parse(string text, PolicyScope scope, string where, ICollection<string> problems)
    {
        foreach (Match call in Call().Matches(text))
        {
            var (function, argument) = (call.Groups["function"].Value, call.Groups["name"].Value);
            if (call.Groups["name"].Success && function is "headers" or "queryParameters")
            {
                continue;
            }

            if (function != "connectionParameters" || !call.Groups["name"].Success)
            {
                problems.Add($"{where} uses '{call.Value}', which the gateway does not know.");
            }
            else if (!scope.Parameters.Declares(argument))
            {
                problems.Add($"{where} uses the connection parameter '{argument}', which apiProperties.json does not declare.");
            }
            else if (!call.Groups["default"].Success)
            {
                foreach (var connection in scope.Connections.Where(c => !c.ParameterValues.ContainsKey(argument)))
                {
                    problems.Add($"The connection {connection.Api}/{connection.ConnectionId} has no value for the connection parameter '{argument}', which {where} needs.");
                }
            }
        }

        return new PolicyExpression(text);
    }

    public string Evaluate(OutgoingCall call) => Call().Replace(_text, match =>
    {
        var name = match.Groups["name"].Value;
        var value = match.Groups["function"].Value switch
        {
            "connectionParameters" => call.Connection.ParameterValues.GetValueOrDefault(name),
            "headers" => call.Incoming.Request.Headers[name].FirstOrDefault(),
            _ => call.Query[name],
        };
        return string.IsNullOrEmpty(value) ? match.Groups["default"].Value : value;
    });

    [GeneratedRegex("@(?<function>[A-Za-z]+)\\((\\s*(?<q>['\"])(?<name>[^'\"]+)\\k<q>\\s*(,\\s*(?<p>['\"])(?<default>[^'\"]*)\\k<p>\\s*)?|[^)]*)\\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Call();
}
