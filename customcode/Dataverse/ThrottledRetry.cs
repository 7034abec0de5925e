using System.Net;

namespace B2BConnector.CustomCode.Dataverse;

/// <summary>
/// Asks again when Dataverse is busy (429, 503) or a gateway failed (502, 504): three more times, after what Retry-After
/// says, else after 1, 2 and 4 seconds. A wait of more than 30 seconds is left to the workflow.
/// All that is sent may come twice: reads, and updates to values that do not depend on what was there.
/// </summary>
internal sealed class ThrottledRetry(TimeProvider time) : DelegatingHandler
{
    private const int Retries = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var wait = Wait(response, attempt);
            if (attempt == Retries || wait is not { } pause || pause > Longest)
            {
                return response;
            }

            response.Dispose();
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan? Wait(HttpResponseMessage response, int attempt)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout))
        {
            return null;
        }

        var after = response.Headers.RetryAfter;
        var asked = after?.Delta ?? (after?.Date is { } date ? date - time.GetUtcNow() : TimeSpan.FromSeconds(1 << attempt));
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }
}
