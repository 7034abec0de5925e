namespace LogicAppUnit;

/// <summary>The kind of a workflow.</summary>
public enum WorkflowType
{
    /// <summary>Keeps no history unless told to.</summary>
    Stateless,

    /// <summary>Keeps a history.</summary>
    Stateful,
}
