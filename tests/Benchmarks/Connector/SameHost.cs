namespace B2BConnector.Benchmarks.Connector;

/// <summary>Leads calls for Commerce to a server of this process: the connector takes no http address in production.</summary>
internal sealed class SameHost : DelegatingHandler
{
    private readonly Uri _address;

    public SameHost(Uri address)
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) => _address = address;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(_address, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
