using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using B2BConnector.OData.Evaluation;
using B2BConnector.OData.Expressions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Queries;

/// <summary>Runs a checked <c>$filter</c>. Related rows that its paths name are looked up when it asks for them.</summary>
internal sealed class FilterRows
{
    private readonly DataReader _data;
    private readonly TableDefinition _table;
    private readonly ODataExpression _filter;
    private readonly FilterEvaluator _evaluator;

    /// <summary>What the paths of the filter name: looked for once, not for each row.</summary>
    private readonly Dictionary<string, (CollectionRelationship? Many, (ColumnDefinition Column, string? Target)? Single)> _paths = [];

    public FilterRows(DataReader data, TableDefinition table, ODataExpression filter)
    {
        (_data, _table, _filter) = (data, table, filter);
        _evaluator = new FilterEvaluator(EvaluationOptions.Dataverse, (row, name) => table.ByWireName(name) is null ? Related(row, name) : row[name]);
    }

    public bool Passes(JObject row) => _evaluator.Matches(_filter, row);

    private JToken? Related(JObject row, string name)
    {
        if (!_paths.TryGetValue(name, out var path)) _paths[name] = path = (_data.Model.Collection(_table, name), _table.Navigation(name));
        if (path.Many is { } many) return new JArray(_data.LookReferencing(_data.Model.Table(many.Referencing), many.Column, DataReader.IdOf(_table, row)));
        return path.Single is var (column, target) && Lookups.Get(row, column.Name) is { } lookup && (target ?? lookup.Table) == lookup.Table
            ? _data.Look(_data.Model.Table(lookup.Table), lookup.Id)
            : null;
    }
}
