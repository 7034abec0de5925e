namespace Microsoft.Azure.Workflows.Scripting;

/// <summary>
/// What a .csx file sees of the run that called it: the trigger and every action that has completed.
/// Source of truth for the names: the templates of "Execute CSharp Script Code" (the class section of the
/// documentation names two methods differently; no sample uses those names).
/// </summary>
public class WorkflowContext
{
    private readonly Func<Task<WorkflowOperationResult>> _trigger;
    private readonly Func<string, Task<WorkflowOperationResult?>> _action;

    /// <summary>For the runtime; scripts receive a ready context.</summary>
    /// <param name="trigger">Gives the trigger's result.</param>
    /// <param name="action">Gives an action's result by its exact name, null when no completed action has that name.</param>
    public WorkflowContext(Func<Task<WorkflowOperationResult>> trigger, Func<string, Task<WorkflowOperationResult?>> action)
    {
        _trigger = trigger;
        _action = action;
    }

    /// <summary>The trigger's inputs and outputs.</summary>
    public Task<WorkflowOperationResult> GetTriggerResults() => _trigger();

    /// <summary>The inputs and outputs of a completed action of the same run.</summary>
    /// <param name="actionName">Name as in workflow.json (<c>Create_lead</c>).</param>
    /// <exception cref="InvalidOperationException">No completed action has this name.</exception>
    public async Task<WorkflowOperationResult> GetActionResults(string actionName) =>
        await _action(actionName).ConfigureAwait(false)
        ?? throw new InvalidOperationException($"The action '{actionName}' does not exist in the workflow.");
}
