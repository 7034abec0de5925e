using B2BConnector.OData.Query;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Queries;

/// <summary>What to list, whatever it was written in: query options, a saved query or FetchXML.</summary>
internal sealed record RowQuery(Func<JObject, bool> Passes, IReadOnlyList<OrderItem> Order, IReadOnlyCollection<string> Select)
{
    public IReadOnlyList<ExpandItem> Expand { get; init; } = [];

    /// <value>Texts that a row which passes holds, each in its own column.</value>
    public IReadOnlyCollection<(string Column, string Text)> Texts { get; init; } = [];

    public int? Top { get; init; }

    public bool Count { get; init; }

    /// <value>True for saved queries and FetchXML: their rows leave out nulls.</value>
    public bool OmitNulls { get; init; }
}
