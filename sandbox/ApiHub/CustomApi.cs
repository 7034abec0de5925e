using B2BConnector.ApiHub.Contract;
using B2BConnector.ApiHub.Policies;
using B2BConnector.ApiHub.SignIn;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.ApiHub;

/// <summary>The custom connector: only what its contract names, with its authentication and its policies.</summary>
internal sealed class CustomApi(ConnectorContract contract, IReadOnlyList<Policy> policies, IReadOnlyDictionary<ApiHubConnection, ITokenSource> tokens) : IApi
{
    public OutgoingCall? Call(HttpContext context, ApiHubConnection connection, string path)
    {
        if (contract.Find(context.Request.Method, path) is not { } operation)
        {
            return null;
        }

        var call = new OutgoingCall(context, connection, operation.Id, operation.Path.Decode(path)) { Host = contract.Host };
        contract.Key?.Apply(call);
        foreach (var policy in PoliciesOf(call))
        {
            policy.OnRequest(call);
        }

        return call;
    }

    public RateLimit Limit(ApiHubOptions options) => new(options.RequestsPerMinute, TimeSpan.FromMinutes(1), options.Time);

    public async ValueTask AuthenticateAsync(OutgoingCall call, CancellationToken stop)
    {
        if (tokens.TryGetValue(call.Connection, out var source))
        {
            call.Headers["Authorization"] = $"Bearer {await source.TokenAsync(stop).ConfigureAwait(false)}";
        }
    }

    public IReadOnlyList<Policy> PoliciesOf(OutgoingCall call) => [.. policies.Where(policy => policy.AppliesTo(call.OperationId))];
}
