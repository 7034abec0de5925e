using B2BConnector.ApiHub.Policies;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.ApiHub;

/// <summary>Sends a call to its backend and the answer back, both as streams.</summary>
internal sealed class Forwarder(ApiHubOptions options, HttpMessageInvoker http)
{
    /// <summary>What calls APIs and sign-in services; one for the gateway.</summary>
    public static HttpMessageInvoker Http(ApiHubOptions options) => new(options.Handler?.Invoke() ?? new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(15),
    });

    public async Task ForwardAsync(OutgoingCall call, IReadOnlyList<Policy> policies)
    {
        var context = call.Incoming;
        using var request = Request(call);
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            await GatewayErrors.BadGatewayAsync(context, $"The API behind the connection cannot be reached at {call.Host.Authority}: {Reason(failure)}.").ConfigureAwait(false);
            return;
        }

        using (response)
        {
            await AnswerAsync(call, response, policies).ConfigureAwait(false);
        }
    }

    private static string Reason(Exception failure) => failure is HttpRequestException http ? http.HttpRequestError.ToString() : "it did not answer in time";

    private HttpRequestMessage Request(OutgoingCall call)
    {
        var incoming = call.Incoming.Request;
        // As received: normalising would undo the encoding of keys.
        var url = new Uri(Address.Inside(options, call.PublicUrl), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(incoming.Method), url);
        if (incoming.ContentLength > 0 || incoming.Headers.TransferEncoding.Count > 0 || incoming.ContentType is not null)
        {
            request.Content = new StreamContent(incoming.Body);
            request.Content.Headers.ContentLength = incoming.Headers.TransferEncoding.Count > 0 ? null : incoming.ContentLength ?? 0;
        }

        ForwardedHeaders.CopyRequest(incoming, call.Headers, request);
        return request;
    }

    private async Task AnswerAsync(OutgoingCall call, HttpResponseMessage response, IReadOnlyList<Policy> policies)
    {
        var context = call.Incoming;
        context.Response.StatusCode = (int)response.StatusCode;
        ForwardedHeaders.CopyResponse(response, context.Response);
        if (Header(response, "Location") is { } location)
        {
            context.Response.Headers.Location = Address.ThroughGateway(options, call, location);
        }

        foreach (var policy in policies)
        {
            policy.OnResponse(call, context.Response);
        }

        try
        {
            if (policies.Any(policy => policy.ChangesBody) && response.Content.Headers.ContentType?.MediaType == "application/json")
            {
                await ChangedBodyAsync(call, response, policies).ConfigureAwait(false);
                return;
            }

            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            // Half of the answer is out: only a broken connection tells the caller.
            context.Abort();
        }
    }

    private async Task ChangedBodyAsync(OutgoingCall call, HttpResponseMessage response, IReadOnlyList<Policy> policies)
    {
        var context = call.Incoming;
        var text = await response.Content.ReadAsStringAsync(context.RequestAborted).ConfigureAwait(false);
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        try
        {
            var body = await JToken.LoadAsync(reader, context.RequestAborted).ConfigureAwait(false);
            foreach (var policy in policies)
            {
                policy.OnBody(call, body, options);
            }

            text = body.ToString(Formatting.None);
        }
        catch (JsonException)
        {
            // The API calls it JSON and it is none: its answer is passed on as it is.
        }

        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
