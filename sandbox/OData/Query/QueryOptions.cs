using B2BConnector.OData.Expressions;

namespace B2BConnector.OData.Query;

/// <summary>The query options of one request (or of one <c>$expand</c> item), parsed. <see cref="Custom"/> holds those without <c>$</c> (savedQuery, fetchXml, cross-company).</summary>
public sealed record QueryOptions
{
    public ODataExpression? Filter { get; init; }

    /// <value>Column names; empty = all.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    public IReadOnlyList<OrderItem> OrderBy { get; init; } = [];

    public IReadOnlyList<ExpandItem> Expand { get; init; } = [];

    public int? Top { get; init; }

    public int? Skip { get; init; }

    public bool Count { get; init; }

    /// <value>The opaque text of <c>$skiptoken</c>, for the system that wrote it.</value>
    public string? SkipToken { get; init; }

    public IReadOnlyDictionary<string, string> Custom { get; init; } = new Dictionary<string, string>();

    /// <summary>Parses decoded name/value pairs. A name with <c>$</c> that is not known, or given twice, is a problem.</summary>
    public static ODataResult<QueryOptions> Parse(IEnumerable<KeyValuePair<string, string>> query) => QueryOptionsParser.Parse(query);
}
