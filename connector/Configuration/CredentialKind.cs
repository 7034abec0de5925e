namespace B2BConnector.Connector.Configuration;

/// <summary>The ways to sign in to Commerce.</summary>
internal enum CredentialKind
{
    ManagedIdentity,
    WorkloadIdentity,
    ClientCertificate,
    ClientSecret,
}
