using Newtonsoft.Json.Linq;

namespace B2BConnector.ApiHub.Policies;

/// <summary>The parameters of one policy instance. Reading adds what is wrong to the problems.</summary>
internal sealed class PolicySettings
{
    private const string Prefix = "x-ms-apimTemplateParameter.";

    private readonly JObject _parameters;
    private readonly PolicyScope _scope;
    private readonly string _where;
    private readonly ICollection<string> _problems;

    public PolicySettings(JObject instance, PolicyScope scope, string where, ICollection<string> problems)
    {
        _parameters = instance["parameters"] as JObject ?? [];
        _scope = scope;
        _where = where;
        _problems = problems;
        Operations = (_parameters["x-ms-apimTemplate-operationName"] as JArray ?? []).Select(o => (string?)o ?? "").ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in Operations.Where(o => !scope.Operations.Contains(o)))
        {
            problems.Add($"{where} names the operation '{unknown}', which the contract does not have.");
        }
    }

    public IReadOnlySet<string> Operations { get; }

    /// <summary>Request, Response or Failure.</summary>
    public string Section => OneOf("x-ms-apimTemplate-policySection", "Request", "Request", "Response", "Failure");

    /// <summary>override, skip or append.</summary>
    public string ExistsAction => OneOf(Prefix + "existsAction", "override", "override", "skip", "append");

    public string Text(string name)
    {
        if (_parameters[Prefix + name] is JValue { Value: string { Length: > 0 } text })
        {
            return text;
        }

        _problems.Add($"{_where} lacks '{Prefix}{name}'.");
        return "";
    }

    public PolicyExpression Expression(string name) => PolicyExpression.Parse(Text(name), _scope, $"{_where}, '{Prefix}{name}'", _problems);

    private string OneOf(string key, string otherwise, params string[] allowed)
    {
        var given = (string?)_parameters[key] ?? otherwise;
        if (allowed.FirstOrDefault(a => string.Equals(a, given, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known;
        }

        _problems.Add($"{_where}: '{key}' is '{given}'; it can be {string.Join(", ", allowed)}.");
        return otherwise;
    }
}
