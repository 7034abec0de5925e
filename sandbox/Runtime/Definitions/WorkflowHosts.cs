namespace B2BConnector.Runtime.Definitions;

/// <summary>Where workflows of this language run; not all types exist in both places.</summary>
[Flags]
public enum WorkflowHosts
{
    /// <summary>A Logic App Standard.</summary>
    Standard = 1,

    /// <summary>Power Automate.</summary>
    CloudFlow = 2,

    /// <summary>Both.</summary>
    Both = Standard | CloudFlow,
}
