namespace B2BConnector.Connector.Configuration;

/// <summary>Callers with a token of Microsoft Entra. Section <c>Authentication:Entra</c>.</summary>
internal sealed class EntraOptions
{
    /// <summary>The tenant whose users and applications may call: its id. Empty = no tokens are taken.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Application (client) id of this connector's app registration, which declares the app roles. Tokens are for it or for <c>api://</c> and this id.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Application ID URI, when it is not <c>api://</c> and the client id.</summary>
    public string? AppIdUri { get; set; }

    /// <summary>The scope that a person's token must hold, besides the app role of its user.</summary>
    public string Scope { get; set; } = "access_as_user";

    /// <summary>Sign-in service. Default: that of the global cloud; national clouds have their own.</summary>
    public Uri Instance { get; set; } = new("https://login.microsoftonline.com/");

    public bool IsConfigured => TenantId.Length > 0 || ClientId.Length > 0;
}
