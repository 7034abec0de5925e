namespace B2BConnector.Connector.Configuration;

/// <summary>How the connector reaches Commerce. Section <c>Commerce</c>.</summary>
internal sealed class CommerceOptions
{
    public const string Section = "Commerce";

    /// <summary>Root of the environment, https://contoso.operations.dynamics.com.</summary>
    /// <value>No default.</value>
    public Uri? EnvironmentUrl { get; set; }

    /// <summary>Root of the scale unit; only for onboarding requests by way of it.</summary>
    /// <value>No default.</value>
    public Uri? ScaleUnitUrl { get; set; }

    /// <summary>How the connector signs in. Never guessed: a wrong guess signs in as somebody else.</summary>
    /// <value>No default.</value>
    public CredentialKind? Credential { get; set; }

    /// <summary>Tenant of the app registration.</summary>
    /// <value>No default; needed by ClientCertificate and ClientSecret.</value>
    public string? TenantId { get; set; }

    /// <summary>App registration, or the user-assigned identity.</summary>
    /// <value>No default; needed by ClientCertificate and ClientSecret.</value>
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>Path of a PFX or PEM file.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>Time limit of one attempt.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan AttemptTimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time limit of one call with all its repetitions. The platform gives up after 2 minutes.</summary>
    /// <value>The default is 60 seconds.</value>
    public TimeSpan TotalTimeLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Repetitions of one call at most.</summary>
    /// <value>The default is 3.</value>
    public int Retries { get; set; } = 3;

    /// <summary>Largest answer read, in bytes. A page holds up to 10,000 rows.</summary>
    /// <value>The default is 64 MiB.</value>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;
}
