using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using B2BConnector.OData.Evaluation;
using B2BConnector.OData.Expressions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Queries;

/// <summary>Runs a checked <c>$filter</c>. Related rows that its paths name are attached to a copy of the row before it is asked.</summary>
internal sealed class FilterRows(DataReader data, TableDefinition table, ODataExpression filter)
{
    private static readonly FilterEvaluator Evaluator = new(EvaluationOptions.Dataverse);

    private readonly List<string> _related = [.. filter.Properties.Select(path => path.Segments[0]).Where(name => table.ByWireName(name) is null).Distinct()];

    public bool Passes(JObject row) => Evaluator.Matches(filter, _related.Count == 0 ? row : Attached(row));

    private JObject Attached(JObject row)
    {
        var copy = (JObject)row.DeepClone();
        foreach (var name in _related)
        {
            if (data.Model.Collection(table, name) is { } many)
                copy[name] = new JArray(data.Referencing(data.Model.Table(many.Referencing), many.Column, DataReader.IdOf(table, row)));
            else if (table.Navigation(name) is var (column, target) && Lookups.Get(row, column.Name) is { } lookup && (target ?? lookup.Table) == lookup.Table)
                copy[name] = data.Find(data.Model.Table(lookup.Table), lookup.Id);
        }
        return copy;
    }
}
