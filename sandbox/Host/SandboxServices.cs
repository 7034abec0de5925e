namespace B2BConnector.Host;

/// <summary>The services that one process starts.</summary>
[Flags]
public enum SandboxServices
{
    /// <summary>The API behind the custom connector.</summary>
    Connector = 1,

    /// <summary>Commerce headquarters and scale unit.</summary>
    Commerce = 2,

    /// <summary>Dataverse with Sales.</summary>
    Dataverse = 4,

    /// <summary>Workflow runtime and connection gateway.</summary>
    Runtime = 8,

    /// <summary>The pages that show each prospect across all systems.</summary>
    Console = 16,

    /// <summary>Everything.</summary>
    All = Connector | Commerce | Dataverse | Runtime | Console,
}
