using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Actions.Compose;

/// <summary>Outputs its evaluated inputs, raw.</summary>
[ActionType("Compose", Secure = SecureParts.Inputs)]
public sealed class ComposeAction : IAction
{
    private Template inputs = null!;

    /// <inheritdoc/>
    public void Read(ActionReader reader) => inputs = reader.Json.NeedTemplate("inputs");

    /// <inheritdoc/>
    public Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation) =>
        Task.FromResult(ActionResult.Success(context.EvaluateInputs(inputs), "OK"));
}
