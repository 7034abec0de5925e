using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.DataOperations;

/// <summary>One new value per item.</summary>
[ActionType("Select")]
public sealed class SelectAction : DataOperation
{
    private Template select = null!;

    /// <inheritdoc/>
    protected override void Read(ObjectReader inputs) => select = inputs.NeedTemplate("select");

    /// <inheritdoc/>
    protected override JToken Transform(ActionContext context, JArray items) => new JArray(items.Select(item => context.Evaluate(select, item)));
}
