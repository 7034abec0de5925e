using B2BConnector.OData.Query;
using Newtonsoft.Json.Linq;

namespace B2BConnector.OData.Evaluation;

/// <summary>Sorts rows by <c>$orderby</c>; stable, null first when ascending (as SQL Server does).</summary>
public sealed class RowOrder(EvaluationOptions options)
{
    /// <summary>The rows in order; unchanged when <paramref name="order"/> is empty.</summary>
    public IEnumerable<JObject> Apply(IEnumerable<JObject> rows, IReadOnlyList<OrderItem> order) =>
        order.Count == 0 ? rows : rows.Order(Comparer<JObject>.Create((left, right) => Compare(left, right, order)));

    /// <summary>Negative, zero or positive over all columns of the order.</summary>
    public int Compare(JObject left, JObject right, IReadOnlyList<OrderItem> order)
    {
        foreach (var item in order)
        {
            var result = TokenComparison.Compare(left[item.Property], right[item.Property], options.Strings) ?? 0;
            if (result != 0) return item.Descending ? -result : result;
        }
        return 0;
    }
}
