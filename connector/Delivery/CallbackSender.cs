using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Features.Triggers;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Delivery;

/// <summary>Tries one delivery: posts the event, signed, and says what came of it. The answer's status is read, its body never.</summary>
internal sealed class CallbackSender(HttpClient http, WebhookKeys keys, CallbackRules rules, TimeProvider time, IOptions<WebhookOptions> options)
{
    public const string HttpClientName = "Callbacks";

    private static readonly ProductInfoHeaderValue Sender = new("B2BProspects", Contract.ContractTexts.Version);

    /// <exception cref="OperationCanceledException">The service stops; whether the receiver got it is unknown.</exception>
    public async Task<DeliveryOutcome> SendAsync(DueDelivery delivery, CancellationToken stopping)
    {
        if (keys.CallbackOf(delivery.Subscription) is not { } callback)
        {
            return new DeliveryOutcome(OutcomeKind.Suspended, $"key '{delivery.Subscription.KeyId}' is not in Webhooks:Keys");
        }

        if (rules.ProblemOf(callback.OriginalString) is not null)
        {
            return Failed("callback host is not allowed any more");
        }

        using var limit = new CancellationTokenSource(options.Value.TimeLimit, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        try
        {
            using var request = Request(delivery, callback);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token);
            return Read(response);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return Failed(string.Create(CultureInfo.InvariantCulture, $"no answer within {options.Value.TimeLimit.TotalSeconds} seconds"));
        }
        catch (HttpRequestException problem)
        {
            return Failed(problem.InnerException is CallbackRefusedException ? "host leads to an address that may not be called" : WordsOf(problem.HttpRequestError));
        }
    }

    private HttpRequestMessage Request(DueDelivery delivery, Uri callback)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(EventReader.Say(delivery.Event), ConnectorJson.Options);
        var (id, seconds) = (delivery.Event.EventId.ToString("D"), time.GetUtcNow().ToUnixTimeSeconds());
        var request = new HttpRequestMessage(HttpMethod.Post, callback) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue(Sender.Product!));
        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimestampHeader, seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(keys.All.Select(key => key.SigningKey(delivery.Subscription.Id)), id, seconds, body));
        return request;
    }

    private DeliveryOutcome Read(HttpResponseMessage response)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"status {(int)response.StatusCode}");
        return response.StatusCode switch
        {
            >= (HttpStatusCode)200 and < (HttpStatusCode)300 => new DeliveryOutcome(OutcomeKind.Delivered, words),
            HttpStatusCode.Gone => new DeliveryOutcome(OutcomeKind.Ended, words),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new DeliveryOutcome(OutcomeKind.Suspended, words),
            _ => new DeliveryOutcome(OutcomeKind.Failed, words, response.Headers.RetryAfter is { } asked ? asked.Delta ?? (asked.Date - time.GetUtcNow()) : null),
        };
    }

    private static DeliveryOutcome Failed(string words) => new(OutcomeKind.Failed, words);

    private static string WordsOf(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "host was not found",
        HttpRequestError.ConnectionError => "host could not be reached",
        HttpRequestError.SecureConnectionError => "host has no valid certificate",
        _ => "connection broke before the answer",
    };
}
