namespace B2BConnector.CustomCode.Dataverse;

/// <summary>Opens Dataverse through its Web API. The other branch (WithDataverseClient) is DataverseConnection.ServiceClient.cs.</summary>
internal static class DataverseConnection
{
    // One for the process: connections are pooled in it, and renewed so that a change of DNS is seen.
    private static readonly HttpClient Http = new(new ThrottledRetry(TimeProvider.System)
    {
        InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false },
    });

    private static readonly Lazy<IDataverse> Opened = new(() =>
    {
        var settings = DataverseSettings.Read(Environment.GetEnvironmentVariable);
        return new WebApiDataverse(Http, settings, new ManagedIdentityToken(Http, TimeProvider.System, settings));
    }, LazyThreadSafetyMode.PublicationOnly);

    /// <exception cref="DataverseException">A setting is missing.</exception>
    public static IDataverse Open() => Opened.Value;
}
