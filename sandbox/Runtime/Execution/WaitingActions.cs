using System.Collections.Concurrent;

namespace B2BConnector.Runtime.Execution;

/// <summary>The actions that wait for somebody outside to call.</summary>
internal sealed class WaitingActions
{
    private readonly ConcurrentDictionary<(string Run, string Action, string Path), WaitingAction> waiting = new();

    /// <summary>Takes calls for an action until it is disposed.</summary>
    public WaitingAction Add(ActionContext context)
    {
        var key = (context.Run.Record.Id, context.Definition.Name.ToUpperInvariant(), context.Path.Key);
        var action = new WaitingAction(context, () => waiting.TryRemove(key, out _));
        waiting[key] = action;
        return action;
    }

    public WaitingAction? Find(string run, string action, string path) => waiting.GetValueOrDefault((run, action.ToUpperInvariant(), path));
}
