namespace B2BConnector.ApiHub.Contract;

/// <summary>A path of the contract, such as <c>/prospects/{legalEntity}/{prospectId}</c>.</summary>
internal sealed class PathTemplate(string template, IReadOnlySet<string> doubleEncoded)
{
    private readonly string[] _segments = template.Split('/');

    /// <summary>More literal text wins over parameters.</summary>
    public int Parameters => _segments.Count(s => s.Contains('{', StringComparison.Ordinal));

    /// <summary>Some parameter is encoded twice by its caller.</summary>
    public bool HasDoubleEncoding => doubleEncoded.Count > 0;

    /// <summary>Inferred from API Management: letters of the path compare without case.</summary>
    public bool Matches(string path)
    {
        var segments = path.Split('/');
        return segments.Length == _segments.Length
            && segments.Zip(_segments).All(pair => IsParameter(pair.Second) ? pair.First.Length > 0 : string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Takes one layer of encoding off the parameters that the contract marks with <c>x-ms-url-encoding: double</c>.</summary>
    public string Decode(string path) => doubleEncoded.Count == 0
        ? path
        : string.Join('/', path.Split('/').Zip(_segments, (value, segment) =>
            IsParameter(segment) && doubleEncoded.Contains(segment[1..^1]) ? value.Replace("%25", "%", StringComparison.Ordinal) : value));

    private static bool IsParameter(string segment) => segment.StartsWith('{') && segment.EndsWith('}');
}
