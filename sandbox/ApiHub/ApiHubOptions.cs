using B2BConnector.Emulation.Faults;

namespace B2BConnector.ApiHub;

/// <summary>What the connection gateway needs to know.</summary>
public sealed class ApiHubOptions
{
    /// <summary>Where it listens when it runs alone.</summary>
    /// <value>The default is a free port on loopback.</value>
    public string Url { get; set; } = "http://127.0.0.1:0";

    /// <summary>The connector's contract (Swagger 2.0). Required as soon as a connection is not <c>commondataservice</c>.</summary>
    public string? SwaggerPath { get; set; }

    /// <summary>The connector's apiProperties.json: connection parameters and policies. Required together with <see cref="SwaggerPath"/>.</summary>
    public string? ApiPropertiesPath { get; set; }

    /// <summary>The connections that exist.</summary>
    public IList<ApiHubConnection> Connections { get; } = [];

    /// <summary>
    /// Where hosts of the real world are in the sandbox: origin (<c>https://connector.example</c>) to address
    /// (<c>http://127.0.0.1:5081</c>). Hosts that are not listed are called as they are.
    /// </summary>
    public IDictionary<string, Uri> Hosts { get; } = new Dictionary<string, Uri>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Requests per minute and connection of a custom connector; more are answered with 429.</summary>
    /// <value>The default is 500, the platform's limit.</value>
    public int RequestsPerMinute { get; set; } = 500;

    /// <summary>Requests per five minutes and connection of Dataverse; more are answered with 429.</summary>
    /// <value>The default is 6,000: Dataverse's limit for one user, and a connection acts as one.</value>
    public int DataverseRequests { get; set; } = 6000;

    /// <summary>
    /// Secret of the identity endpoint (<c>/msi/token</c>, what App Service offers to code with a managed identity).
    /// Null: there is none.
    /// </summary>
    public string? IdentityHeader { get; set; }

    /// <summary>Makes the token that the identity endpoint gives for a resource. Null, or no token: <see cref="IdentityToken"/>.</summary>
    public Func<string, string?>? IdentityTokens { get; set; }

    /// <summary>How long a token of the identity endpoint lives.</summary>
    public static TimeSpan IdentityTokenLife { get; } = TimeSpan.FromHours(24);

    /// <summary>Token that the identity endpoint gives.</summary>
    /// <value>The default is <c>sandbox-logicapp</c>.</value>
    public string IdentityToken { get; set; } = "sandbox-logicapp";

    /// <summary>Measures the rate limit and the life of tokens.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>The failures the gateway is told to show to requests below <c>/apim</c>; none at first.</summary>
    public FaultSwitches Faults { get; set; } = new();

    /// <summary>Whether failures may be asked for. The host says no outside Development; then the gateway refuses every switch.</summary>
    public bool AllowFaults { get; set; } = true;

    /// <summary>Makes the handler that calls the APIs behind the gateway; called once. Null: a plain one, without proxy, redirects and cookies.</summary>
    public Func<HttpMessageHandler>? Handler { get; set; }
}
