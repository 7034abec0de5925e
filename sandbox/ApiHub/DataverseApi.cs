using System.Text.RegularExpressions;
using B2BConnector.ApiHub.Policies;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.ApiHub;

/// <summary>
/// The managed API <c>commondataservice</c>: routes of the Web API under their own names. The designer encodes entity names
/// and ids twice; the gateway takes one layer off.
/// </summary>
internal sealed partial class DataverseApi : IApi
{
    /// <summary>An address that the Web API has itself; others, such as <c>/api/data/v9.1/$metadata.json/…</c>, are the managed connector's own.</summary>
    public static bool IsWebApi(string path) => Known().IsMatch(path) && !path.Contains("/$metadata.json", StringComparison.OrdinalIgnoreCase);

    public OutgoingCall? Call(HttpContext context, ApiHubConnection connection, string path)
    {
        if (!Known().IsMatch(path))
        {
            return null;
        }

        return new OutgoingCall(context, connection, "", path.Replace("%25", "%", StringComparison.Ordinal))
        {
            Host = connection.Backend!,
            Headers =
            {
                ["Authorization"] = $"Bearer {connection.BackendToken}",
                // Chooses the environment in the real gateway; here the connection has one.
                ["organization"] = null,
            },
        };
    }

    public RateLimit Limit(ApiHubOptions options) => new(options.DataverseRequests, TimeSpan.FromMinutes(5), options.Time);

    public ValueTask AuthenticateAsync(OutgoingCall call, CancellationToken stop) => ValueTask.CompletedTask;

    public IReadOnlyList<Policy> PoliciesOf(OutgoingCall call) => [];

    [GeneratedRegex("^/api/(data/v9\\.[0-9]|search/v[0-9.]+)/.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
