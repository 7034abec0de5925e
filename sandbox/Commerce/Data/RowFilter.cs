using B2BConnector.Commerce.Model;
using B2BConnector.OData.Evaluation;
using B2BConnector.OData.Expressions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Data;

/// <summary>Runs a filter over sparse rows: the evaluator sees the columns it asks for, with their defaults.</summary>
internal sealed class RowFilter(EntityType type, ODataExpression? filter)
{
    private static readonly FilterEvaluator Evaluator = new(EvaluationOptions.FinanceAndOperations);

    private readonly string[] _columns = filter is null ? [] : [.. filter.Properties.Select(path => path.Name).Distinct(StringComparer.Ordinal)];

    public bool Matches(JObject row)
    {
        if (filter is null)
        {
            return true;
        }

        var seen = new JObject();
        foreach (var column in _columns)
        {
            seen[column] = type.Value(row, column);
        }

        return Evaluator.Matches(filter, seen);
    }
}
