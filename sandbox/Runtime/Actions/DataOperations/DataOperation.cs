using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.DataOperations;

/// <summary>Turns the array in <c>from</c> into something else; the result stands in <c>body</c>.</summary>
public abstract class DataOperation : IAction
{
    private Template from = null!;

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        var inputs = reader.Inputs();
        from = inputs.NeedTemplate("from");
        Read(inputs);
        inputs.Finish();
    }

    /// <inheritdoc/>
    public Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var value = context.Evaluate(from);
        context.RecordInputs(new JObject { ["from"] = value });
        return Task.FromResult(context.Inputs!["from"] is JArray array
            ? ActionResult.Success(new JObject { ["body"] = Transform(context, array) })
            : NotAnArray(context.Definition.Type, value));
    }

    /// <summary>Reads what the type has beside <c>from</c>.</summary>
    protected abstract void Read(ObjectReader inputs);

    /// <summary>The result of the operation.</summary>
    protected abstract JToken Transform(ActionContext context, JArray items);

    private static ActionResult NotAnArray(string type, JToken value) => ActionResult.Failure(
        "BadRequest", "BadRequest", $"The 'from' property value in the '{type.ToLowerInvariant()}' action inputs is of type '{value.Type}'. The value must be an array.");
}
