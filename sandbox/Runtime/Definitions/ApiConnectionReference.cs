namespace B2BConnector.Runtime.Definitions;

/// <summary>A managed API connection of connections.json, evaluated.</summary>
/// <param name="Name">The reference name that workflows use.</param>
/// <param name="RuntimeUrl">Where calls go; the action's path is appended.</param>
/// <param name="AuthorizationScheme">Scheme of the Authorization header, usually "Key".</param>
/// <param name="AuthorizationParameter">The connection key.</param>
public sealed record ApiConnectionReference(string Name, Uri RuntimeUrl, string AuthorizationScheme, string AuthorizationParameter)
{
    /// <summary>Never shows the key.</summary>
    public override string ToString() => $"{Name} -> {RuntimeUrl}";
}
