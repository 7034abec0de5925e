using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.DataOperations;

/// <summary>The items as one text.</summary>
[ActionType("Join")]
public sealed class JoinAction : DataOperation
{
    // The language's own join knows how every type becomes text.
    private static readonly Template Joined = Template.Compile("@join(item()['items'], item()['with'])", "", []);
    private Template with = null!;

    /// <inheritdoc/>
    protected override void Read(ObjectReader inputs) => with = inputs.NeedTemplate("joinWith");

    /// <inheritdoc/>
    protected override JToken Transform(ActionContext context, JArray items) =>
        context.Evaluate(Joined, new JObject { ["items"] = items.DeepClone(), ["with"] = context.Evaluate(with) });
}
