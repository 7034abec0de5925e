namespace B2BConnector.Runtime.Definitions;

/// <summary>A set of actions ordered by runAfter: the whole workflow, a scope, a branch or a loop's body.</summary>
/// <param name="Owner">The action that holds the block; null for the workflow itself.</param>
/// <param name="Path">JSON path of the object with the actions.</param>
public sealed record ActionBlock(ActionDefinition? Owner, string Path)
{
    /// <summary>The actions in the order of the file.</summary>
    public IReadOnlyList<ActionDefinition> Actions { get; internal set; } = [];

    /// <summary>Actions that nothing runs after: they decide the status of the block.</summary>
    public IEnumerable<ActionDefinition> Leaves => Actions.Where(action => action.Successors.Count == 0);

    /// <summary>The actions of this block and of all blocks inside them.</summary>
    public IEnumerable<ActionDefinition> All => Actions.SelectMany(action => action.Blocks.SelectMany(block => block.All).Prepend(action));
}
