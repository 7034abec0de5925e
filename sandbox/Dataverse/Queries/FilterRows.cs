using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using B2BConnector.OData.Evaluation;
using B2BConnector.OData.Expressions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Queries;

/// <summary>Runs a checked <c>$filter</c>. Related rows that its paths name are looked up when it asks for them.</summary>
internal sealed class FilterRows(DataReader data, TableDefinition table, ODataExpression filter)
{
    private readonly FilterEvaluator _evaluator = new(EvaluationOptions.Dataverse, (row, name) => table.ByWireName(name) is null ? Related(data, table, row, name) : row[name]);

    public bool Passes(JObject row) => _evaluator.Matches(filter, row);

    private static JToken? Related(DataReader data, TableDefinition table, JObject row, string name)
    {
        if (data.Model.Collection(table, name) is { } many) return new JArray(data.Referencing(data.Model.Table(many.Referencing), many.Column, DataReader.IdOf(table, row)));
        return table.Navigation(name) is var (column, target) && Lookups.Get(row, column.Name) is { } lookup && (target ?? lookup.Table) == lookup.Table
            ? data.Find(data.Model.Table(lookup.Table), lookup.Id)
            : null;
    }
}
