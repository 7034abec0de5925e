using System.Collections.Concurrent;
using System.Net;
using System.Text;
using B2BConnector.Host;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Sandbox.Tests.HowTo;

/// <summary>Stands where HTTP leaves the machine: calls of connectors that the sandbox does not have are answered here, all others go on.</summary>
internal sealed class Edge(Func<EdgeCall, (int Status, JObject Body, string? Location)> answer)
{
    /// <summary>The address that the pages' local settings name.</summary>
    private const string Authority = "localhost:5090";

    public ConcurrentQueue<EdgeCall> Calls { get; } = new();

    public void Take(SandboxOptions options) => options.Hooks.RuntimeHttp = () => new Handler(this);

    private sealed class Handler(Edge edge) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = true })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.Authority != Authority)
            {
                return await base.SendAsync(request, cancellationToken);
            }

            var call = new EdgeCall(request.RequestUri.AbsolutePath, JObject.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)));
            edge.Calls.Enqueue(call);
            var (status, body, location) = edge.Answer(call);
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body.ToString(), Encoding.UTF8, "application/json") };
            response.Headers.Location = location is null ? null : new Uri(location, UriKind.Relative);
            return response;
        }
    }

    private (int Status, JObject Body, string? Location) Answer(EdgeCall call) => answer(call);
}
