using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;

namespace B2BConnector.Runtime.Actions;

/// <summary>Stands in for an action whose type is not supported, so that the rest of the file is still checked. Such a project never starts.</summary>
internal sealed class UnknownAction : IAction
{
    public static UnknownAction Instance { get; } = new();

    public void Read(ActionReader reader)
    {
        // Nothing can be said about the properties of an unknown type.
    }

    public Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation) =>
        throw new InvalidOperationException($"Action '{context.Definition.Name}' has no behaviour.");
}
