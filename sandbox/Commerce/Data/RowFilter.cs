using B2BConnector.Commerce.Model;
using B2BConnector.OData.Evaluation;
using B2BConnector.OData.Expressions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Data;

/// <summary>Runs a filter over sparse rows: the evaluator sees the columns with their defaults.</summary>
internal sealed class RowFilter(EntityType type, ODataExpression? filter)
{
    private readonly FilterEvaluator _evaluator = new(EvaluationOptions.FinanceAndOperations, type.Value);

    /// <summary>Texts that every match holds, each in its own column. What a column shows by default may be absent from a row.</summary>
    public IReadOnlyCollection<(string Column, string Text)> RequiredTexts { get; } =
        [.. OData.Evaluation.RequiredTexts.Of(filter).Where(required => !type.IsDefault(required.Column, required.Text))];

    public bool Matches(JObject row) => filter is null || _evaluator.Matches(filter, row);
}
