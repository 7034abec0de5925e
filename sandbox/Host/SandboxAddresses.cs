namespace B2BConnector.Host;

/// <summary>Where the services of a running sandbox listen.</summary>
/// <param name="Connector">The API behind the custom connector.</param>
/// <param name="Commerce">Commerce headquarters, site form and jobs.</param>
/// <param name="Dataverse">Dataverse with Sales.</param>
/// <param name="Runtime">Workflow runtime, management API and connection gateway.</param>
/// <param name="Console">Pages for people.</param>
public sealed record SandboxAddresses(Uri Connector, Uri Commerce, Uri Dataverse, Uri Runtime, Uri Console);
