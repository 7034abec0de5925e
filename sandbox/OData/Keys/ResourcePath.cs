using B2BConnector.OData.Query;

namespace B2BConnector.OData.Keys;

/// <summary>The path behind the service root, cut at slashes outside quotes.</summary>
public sealed record ResourcePath(IReadOnlyList<PathSegment> Segments)
{
    /// <summary>Parses a decoded path without leading slash, for example <c>leads(b2b_legalentity='usrt',b2b_prospectid='P-1')/Lead_Annotation</c>.</summary>
    public static ODataResult<ResourcePath> Parse(string path)
    {
        var segments = new List<PathSegment>();
        foreach (var (part, position) in TextSplit.Outside(path.Trim('/'), '/'))
        {
            var open = part.IndexOf('(');
            if (open < 0)
            {
                segments.Add(new PathSegment(part, null));
                continue;
            }
            if (!part.EndsWith(')')) return ODataProblem.Expected("')'", position + part.Length, path);
            var inside = part[(open + 1)..^1];
            if (inside.Length == 0)
            {
                // WhoAmI() is a function call without parameters, not a key.
                segments.Add(new PathSegment(part[..open], null));
                continue;
            }
            var key = KeyPredicate.Parse(inside);
            if (!key.Ok) return key.Problem;
            segments.Add(new PathSegment(part[..open], key.Value));
        }
        return new ResourcePath(segments);
    }
}
