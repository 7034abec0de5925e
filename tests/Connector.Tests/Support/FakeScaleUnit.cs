using System.Globalization;
using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Tests.Support;

/// <summary>A channel that keeps what is sent to it until its jobs run; it may recognize a form that is sent twice, or not.</summary>
internal sealed class FakeScaleUnit
{
    public const string Path = "/Commerce/BusinessPartners/Prospects";
    private readonly FakeCommerce _commerce;
    private readonly List<(string Confirmation, string? Token, JsonObject Form)> _channel = [];
    private int _prospects;

    public FakeScaleUnit(FakeCommerce commerce)
    {
        _commerce = commerce;
        commerce.ScaleUnit = Submit;
    }

    public bool KnowsToken { get; set; }

    public IReadOnlyList<string> Confirmations => [.. _channel.Select(kept => kept.Confirmation)];

    /// <summary>P-0001 and the synchronization: whatever lies in the channel becomes a prospect.</summary>
    public void RunJobs()
    {
        foreach (var (_, _, form) in _channel.Skip(_prospects))
        {
            _commerce.Tables.AddProspect($"P-{++_prospects}", email: form["email"]!.GetValue<string>().ToLowerInvariant(), company: form["companyName"]!.GetValue<string>());
        }
    }

    private JsonObject Submit(HttpRequestMessage request, JsonObject form)
    {
        var token = request.Headers.TryGetValues("Idempotency-Key", out var sent) ? sent.Single() : null;
        var confirmation = _channel.Find(kept => KnowsToken && token is not null && kept.Token == token).Confirmation;
        if (confirmation is null)
        {
            confirmation = (_channel.Count + 1).ToString("00000000-0000-0000-0000-000000000000", CultureInfo.InvariantCulture);
            _channel.Add((confirmation, token, form));
        }

        return new JsonObject { ["confirmationId"] = confirmation };
    }
}
