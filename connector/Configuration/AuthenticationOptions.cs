namespace B2BConnector.Connector.Configuration;

/// <summary>Who may call. Section <c>Authentication</c>.</summary>
internal sealed class AuthenticationOptions
{
    public const string Section = "Authentication";

    /// <value>None by default: start refuses a connector that nobody can call.</value>
    public IList<ApiKeyOptions> ApiKeys { get; } = [];

    /// <value>Not configured by default: only keys are taken then.</value>
    public EntraOptions Entra { get; } = new();
}
