using System.Text.RegularExpressions;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Watches what reaches Commerce: each address has the grammar of OData, and the text of an attack stays one literal.</summary>
internal sealed partial class UpstreamCheck
{
    private readonly List<string> _problems = [];
    private readonly List<string> _literals = [];

    public int Writes { get; private set; }

    public HttpResponseMessage? Look(HttpRequestMessage request)
    {
        Writes += request.Method == HttpMethod.Get ? 0 : 1;
        var path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath);
        Match("address", Address().Match(path), path);
        foreach (var option in request.RequestUri.Query.TrimStart('?').Split('&'))
        {
            var (name, value) = option.Split('=', 2) is [var first, var second] ? (first, Uri.UnescapeDataString(second)) : (option, "");
            if (name == "$filter")
            {
                Match("filter", Filter().Match(value), value);
            }
            else if (!Option().IsMatch($"{name}={value}"))
            {
                _problems.Add($"Commerce was asked with the option {option}");
            }
        }

        return null;
    }

    /// <summary>What was wrong since the last question; <paramref name="attack"/> has to be a literal as a whole wherever its marker is.</summary>
    public List<string> Problems(string? attack)
    {
        var found = _problems.ToList();
        if (attack is not null)
        {
            found.AddRange(_literals.Where(literal => literal.Contains(OddText.Marker, StringComparison.OrdinalIgnoreCase) && !literal.Equals(attack, StringComparison.OrdinalIgnoreCase))
                .Select(literal => $"Commerce was asked for {literal}"));
        }

        _problems.Clear();
        _literals.Clear();
        return found;
    }

    private void Match(string what, Match match, string text)
    {
        if (!match.Success)
        {
            _problems.Add($"Commerce was asked with the {what} {text}");
        }

        _literals.AddRange(match.Groups["literal"].Captures.Select(capture => capture.Value.Replace("''", "'", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\A/data/\w+(\(\w+=[\w.]*'(?<literal>([^']|'')*)'(,\w+=[\w.]*'(?<literal>([^']|'')*)')*\))?\z")]
    private static partial Regex Address();

    [GeneratedRegex(@"\A\w+ eq [\w.]*'(?<literal>([^']|'')*)'( and \w+ eq [\w.]*'(?<literal>([^']|'')*)')*\z")]
    private static partial Regex Filter();

    [GeneratedRegex(@"\A(cross-company=true|\$expand=\w+|\$orderby=\w+( desc)?|\$(skip|top)=[0-9]+|\$select=\w+(,\w+)*)\z")]
    private static partial Regex Option();
}
