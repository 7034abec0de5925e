namespace B2BConnector.Runtime.Actions;

/// <summary>Which parts of an action of a type can be hidden in the run history.</summary>
[Flags]
public enum SecureParts
{
    /// <summary>Variables and control actions.</summary>
    None = 0,

    /// <summary>Securing the inputs hides the outputs too where those show the same data (Compose, ParseJson, Response).</summary>
    Inputs = 1,

    /// <summary>Only the outputs.</summary>
    Outputs = 2,

    /// <summary>Both, each by itself.</summary>
    Both = Inputs | Outputs,
}
