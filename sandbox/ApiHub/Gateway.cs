using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using B2BConnector.ApiHub.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace B2BConnector.ApiHub;

/// <summary>One request through the gateway: connection, key, rate limit, operation, backend.</summary>
internal sealed class Gateway(ApiHubOptions options, HttpMessageInvoker http, IReadOnlyDictionary<string, IApi> apis)
{
    private readonly ConcurrentDictionary<ApiHubConnection, RateLimit> _limits = new();
    private readonly Forwarder _forwarder = new(options, http);

    public async Task HandleAsync(HttpContext context)
    {
        var (api, id) = ((string)context.Request.RouteValues["api"]!, (string)context.Request.RouteValues["connectionId"]!);
        var connection = options.Connections.FirstOrDefault(c => Same(c.Api, api) && Same(c.ConnectionId, id));
        if (connection is null)
        {
            await GatewayErrors.UnknownConnectionAsync(context).ConfigureAwait(false);
        }
        else if (!HasKey(context.Request, connection))
        {
            await GatewayErrors.UnauthorizedAsync(context).ConfigureAwait(false);
        }
        else if (_limits.GetOrAdd(connection, _ => apis[connection.Api].Limit(options)).Count() is { } wait)
        {
            await GatewayErrors.RateLimitedAsync(context, wait).ConfigureAwait(false);
        }
        else if (apis[connection.Api].Call(context, connection, PathBehind(context.Request)) is not { } call)
        {
            await GatewayErrors.UnknownOperationAsync(context).ConfigureAwait(false);
        }
        else if (call.Fault is { } fault)
        {
            await GatewayErrors.BadGatewayAsync(context, fault).ConfigureAwait(false);
        }
        else
        {
            await ForwardAsync(apis[connection.Api], call).ConfigureAwait(false);
        }
    }

    private async Task ForwardAsync(IApi api, OutgoingCall call)
    {
        try
        {
            await api.AuthenticateAsync(call, call.Incoming.RequestAborted).ConfigureAwait(false);
        }
        catch (SignInException refused)
        {
            await GatewayErrors.NotSignedInAsync(call.Incoming, refused.Message).ConfigureAwait(false);
            return;
        }

        await _forwarder.ForwardAsync(call, api.PoliciesOf(call)).ConfigureAwait(false);
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool HasKey(HttpRequest request, ApiHubConnection connection) =>
        request.Headers.Authorization.ToString() is var header
        && header.StartsWith("Key ", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header[4..].Trim()), Encoding.UTF8.GetBytes(connection.Key));

    // From the request line: routing has decoded the path, and what was encoded twice must stay apart from what was encoded once.
    private static string PathBehind(HttpRequest request)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } raw ? raw : request.Path.ToUriComponent();
        var path = target.Split('?')[0];
        var start = path.IndexOf("/apim/", StringComparison.OrdinalIgnoreCase) + "/apim/".Length;
        var parts = path[start..].Split('/', 3);
        return parts.Length == 3 ? "/" + parts[2] : "/";
    }
}
