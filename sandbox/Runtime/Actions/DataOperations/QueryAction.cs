using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.DataOperations;

/// <summary>The items for which the condition is true.</summary>
[ActionType("Query")]
public sealed class QueryAction : DataOperation
{
    private Template where = null!;

    /// <inheritdoc/>
    protected override void Read(ObjectReader inputs) => where = inputs.NeedCondition("where");

    /// <inheritdoc/>
    protected override JToken Transform(ActionContext context, JArray items) => new JArray(items.Where(item => IsMet(context, item)));

    private bool IsMet(ActionContext context, JToken item) => context.Evaluate(where, item) is { Type: JTokenType.Boolean } met
        ? (bool)met
        : throw new WdlException("The result of the evaluation of the 'where' condition is not a boolean.");
}
