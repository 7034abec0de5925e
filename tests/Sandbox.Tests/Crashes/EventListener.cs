using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>
/// Who subscribed to events: keeps what arrives, and what it promised itself of it. The first event of each type is refused once, as its
/// owner says.
/// </summary>
internal sealed class EventListener : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _refusals;
    private readonly Dictionary<string, string> _secrets = [];
    private readonly List<(string Type, string Prospect, string Id, string Text, bool Accepted)> _arrived = [];
    private readonly List<string> _problems = [];

    private EventListener(WebApplication app, Dictionary<string, int> refusals) => (_app, _refusals) = (app, refusals);

    public string Callback => new Uri(new Uri(_app.Urls.Single()), "/callbacks?sig=secret").AbsoluteUri;

    /// <param name="refusals">Status that the first event of a type is answered with.</param>
    public static async Task<EventListener> StartAsync(Dictionary<string, int> refusals)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var listener = new EventListener(app, refusals);
        app.Run(listener.HearAsync);
        await app.StartAsync();
        return listener;
    }

    /// <summary>From now on events of the type must be signed with the secret.</summary>
    public void Trust(string type, string secret)
    {
        lock (_gate)
        {
            _secrets[type] = secret;
        }
    }

    public bool HasAccepted(string type, string prospect)
    {
        lock (_gate)
        {
            return _arrived.Exists(one => one.Type == type && one.Prospect == prospect && one.Accepted);
        }
    }

    /// <summary>What broke the promise: at least once, one number and one text for each event, in the order of the prospect, signed.</summary>
    public IReadOnlyList<string> Problems()
    {
        lock (_gate)
        {
            return
            [
                .. _problems,
                .. _arrived.GroupBy(one => (one.Type, one.Prospect)).Where(same => same.Select(one => one.Id).Distinct().Count() > 1)
                    .Select(same => $"{same.Key.Type} of {same.Key.Prospect} came under {same.Select(one => one.Id).Distinct().Count()} numbers"),
                .. _arrived.GroupBy(one => one.Id).Where(same => same.Select(one => one.Text).Distinct().Count() > 1).Select(same => $"event {same.Key} came with two texts"),
                .. _arrived.GroupBy(one => one.Prospect)
                    .Where(prospect => prospect.ToList() is var all && all.FindIndex(one => one.Type == "prospect.decided") is >= 0 and var decided && all.FindIndex(one => one.Type == "prospect.created") > decided)
                    .Select(prospect => $"{prospect.Key} was decided before it was created"),
            ];
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HearAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var told = JsonNode.Parse(text)!;
        var (type, id) = ((string)told["type"]!, context.Request.Headers["webhook-id"].ToString());
        lock (_gate)
        {
            var refused = _refusals.Remove(type, out var status);
            context.Response.StatusCode = refused ? status : StatusCodes.Status200OK;
            if (id != (string?)told["eventId"] || !IsSigned(context.Request, type, text))
            {
                _problems.Add($"{type} came with a wrong number or signature: {text}");
            }

            _arrived.Add((type, $"{told["legalEntity"]}:{told["prospectId"]}", id, text, !refused));
        }
    }

    /// <summary>A connector that died before it answered the subscription may deliver before its secret is known here.</summary>
    private bool IsSigned(HttpRequest request, string type, string text)
    {
        if (!_secrets.TryGetValue(type, out var secret))
        {
            return request.Headers["webhook-signature"].ToString().StartsWith("v1,", StringComparison.Ordinal);
        }

        var signed = Encoding.UTF8.GetBytes($"{request.Headers["webhook-id"]}.{request.Headers["webhook-timestamp"]}.{text}");
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed));
        return request.Headers["webhook-signature"].ToString().Split(' ').Contains(expected);
    }
}
