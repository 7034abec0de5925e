using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Variables;

/// <summary>Changes a variable. The pipeline runs one change of a run at a time.</summary>
public abstract class VariableAction : IAction
{
    private Template? inputs;

    /// <summary>The variable; empty for InitializeVariable, which names several.</summary>
    public string Name { get; private set; } = "";

    /// <inheritdoc/>
    public virtual void Read(ActionReader reader)
    {
        var read = reader.Inputs();
        Name = read.NeedText("name");
        if (ValueIsNeeded)
        {
            read.Need("value");
        }

        read.Ignore("value");
        read.Finish();
        inputs = reader.Json.NeedTemplate("inputs");
    }

    /// <inheritdoc/>
    public virtual Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var evaluated = context.EvaluateInputs(inputs!);
        try
        {
            var value = Change(context.Variable(Name), evaluated["value"]);
            var body = new JObject { ["name"] = Name, ["value"] = value.DeepClone() };
            return Task.FromResult(ActionResult.Success(new JObject { ["body"] = body }) with { Variables = [(Name, value)] });
        }
        catch (VariableTypeException exception)
        {
            return Task.FromResult(ActionResult.Failure("BadRequest", "InvalidVariableOperation", exception.Message));
        }
    }

    /// <summary>False where a value may be left out.</summary>
    protected virtual bool ValueIsNeeded => true;

    /// <summary>The new value.</summary>
    /// <exception cref="VariableTypeException">The value does not fit.</exception>
    protected abstract JToken Change(JToken old, JToken? value);
}
