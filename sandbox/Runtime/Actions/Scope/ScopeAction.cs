using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;

namespace B2BConnector.Runtime.Actions.Scope;

/// <summary>Runs its actions; its status follows from their leaves.</summary>
[ActionType("Scope", Secure = SecureParts.None)]
public sealed class ScopeAction : IAction
{
    private ActionBlock body = null!;

    /// <inheritdoc/>
    public void Read(ActionReader reader) => body = reader.Block(reader.Json, "actions", needed: true);

    /// <inheritdoc/>
    public async Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation) =>
        context.BlockResult(await context.RunBlockAsync(body));
}
