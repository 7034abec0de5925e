using B2BConnector.Wdl.Errors;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl;

/// <summary>A context in which nothing is known: each function says it is not expected here. Override what exists.</summary>
public abstract class EvaluationContext(TimeProvider time, IdSource ids, Random random) : IEvaluationContext
{
    /// <inheritdoc/>
    public TimeProvider Time { get; } = time;

    /// <inheritdoc/>
    public IdSource Ids { get; } = ids;

    /// <inheritdoc/>
    public Random Random { get; } = random;

    /// <inheritdoc/>
    public virtual LanguageOptions Options => LanguageOptions.Default;

    /// <inheritdoc/>
    public virtual JToken Parameter(string name) => throw RunErrors.NotExpectedHere("parameters");

    /// <inheritdoc/>
    public virtual string? AppSetting(string name) => throw RunErrors.NotExpectedHere("appsetting");

    /// <inheritdoc/>
    public virtual JToken Variable(string name) => throw RunErrors.NotExpectedHere("variables");

    /// <inheritdoc/>
    public virtual JToken Action(string name) => throw RunErrors.NotExpectedHere("actions");

    /// <inheritdoc/>
    public virtual JToken CurrentAction() => throw RunErrors.NotExpectedHere("action");

    /// <inheritdoc/>
    public virtual JToken Trigger() => throw RunErrors.NotExpectedHere("trigger");

    /// <inheritdoc/>
    public virtual JToken Item(string? loop) => throw RunErrors.NotExpectedHere(loop is null ? "item" : "items");

    /// <inheritdoc/>
    public virtual int IterationIndex(string loop) => throw RunErrors.NotExpectedHere("iterationIndexes");

    /// <inheritdoc/>
    public virtual JToken Result(string scope) => throw RunErrors.NotExpectedHere("result");

    /// <inheritdoc/>
    public virtual JToken Workflow() => throw RunErrors.NotExpectedHere("workflow");

    /// <inheritdoc/>
    public virtual string ListCallbackUrl() => throw RunErrors.NotExpectedHere("listCallbackUrl");

    /// <summary>"The template function 'f' is not expected at this location."</summary>
    protected static WdlException NotExpectedHere(string function) => RunErrors.NotExpectedHere(function);

    /// <summary>"Template language expression cannot be evaluated: the template variable 'x' cannot be found."</summary>
    protected static WdlException VariableNotFound(string name) => RunErrors.VariableNotFound(name);

    /// <summary>"The workflow parameter 'x' is not found."</summary>
    protected static WdlException ParameterNotFound(string name) => RunErrors.ParameterNotFound(name);
}
