using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Configuration;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace B2BConnector.Connector.Commerce;

/// <summary>Speaks OData with Commerce headquarters: sign-in, repetition, time limits, paging, and what counts as an answer.</summary>
/// <remarks>Logs hold method, table and status. Keys and bodies stay out of them: they may name people.</remarks>
internal sealed partial class CommerceClient(HttpClient http, CommerceToken token, CommercePipelines pipelines, IOptions<CommerceOptions> options, TimeProvider time, ILogger<CommerceClient> log)
{
    public const string HttpClientName = "commerce";

    private readonly string _data = new Uri(options.Value.EnvironmentUrl!, "/data/").AbsoluteUri;

    /// <summary>One row, or null when Commerce has none under that address.</summary>
    public async Task<T?> FindAsync<T>(string address, CancellationToken cancel)
        where T : class
    {
        using var response = await SendAsync(HttpMethod.Get, DataUri(address), null, null, cancel);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        await ThrowIfNotSuccessAsync(response, write: false, cancel);
        return await CommerceAnswer.ReadAsync<T>(response, cancel);
    }

    /// <summary>All rows of a query, following the links that Commerce gives from page to page.</summary>
    public async IAsyncEnumerable<T> ListAsync<T>(string address, [EnumeratorCancellation] CancellationToken cancel)
    {
        var next = DataUri(address);
        while (next is not null)
        {
            CommercePage<T> page;
            using (var response = await SendAsync(HttpMethod.Get, next, null, null, cancel))
            {
                await ThrowIfNotSuccessAsync(response, write: false, cancel);
                page = await CommerceAnswer.ReadAsync<CommercePage<T>>(response, cancel);
            }

            foreach (var row in page.Value)
            {
                yield return row;
            }

            next = page.NextLink is null ? null : SameOrigin(page.NextLink);
        }
    }

    /// <summary>Inserts a row and returns it as Commerce stored it.</summary>
    /// <param name="set">The table.</param>
    /// <param name="row">What is inserted.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <param name="beforeRepetition">
    /// Runs before the row is sent again: a refusal can ask for a wait of a minute, in which somebody else may have made the same. What it throws
    /// ends the call.
    /// </param>
    public async Task<T> CreateAsync<T>(string set, JsonObject row, CancellationToken cancel, Func<CancellationToken, Task>? beforeRepetition = null)
    {
        using var response = await SendAsync(new CommerceCall(HttpMethod.Post, DataUri(set), row, null, null) { BeforeRepetition = beforeRepetition }, cancel);
        return await ReadWrittenAsync<T>(response, cancel);
    }

    /// <summary>Changes fields of a row. With an etag the write fails as <see cref="CommerceFailure.Changed"/> when the row moved on.</summary>
    public async Task UpdateAsync(string address, JsonObject changes, string? etag, CancellationToken cancel)
    {
        using var response = await SendAsync(HttpMethod.Patch, DataUri(address), changes, etag, cancel);
        await ThrowIfNotSuccessAsync(response, write: true, cancel);
    }

    /// <summary>Calls an operation of a custom service, given as group/service/operation. What it answers is not read.</summary>
    public async Task CallServiceAsync(string operation, JsonObject parameters, CancellationToken cancel)
    {
        using var response = await SendAsync(HttpMethod.Post, new Uri(options.Value.EnvironmentUrl!, "/api/services/" + operation), parameters, null, cancel);
        await ThrowIfNotSuccessAsync(response, write: true, cancel);
    }

    /// <summary>Deletes a row; one that is gone already counts as deleted.</summary>
    public async Task DeleteAsync(string address, CancellationToken cancel)
    {
        using var response = await SendAsync(HttpMethod.Delete, DataUri(address), null, null, cancel);
        if (response.StatusCode != HttpStatusCode.NotFound)
        {
            await ThrowIfNotSuccessAsync(response, write: true, cancel);
        }
    }

    /// <summary>Posts to the scale unit, a second host with its own token.</summary>
    public async Task<T> PostToScaleUnitAsync<T>(Uri address, JsonObject body, ScaleUnitCaller caller, CancellationToken cancel)
    {
        using var response = await SendAsync(HttpMethod.Post, address, body, null, cancel, caller);
        return await ReadWrittenAsync<T>(response, cancel);
    }

    private async Task<T> ReadWrittenAsync<T>(HttpResponseMessage response, CancellationToken cancel)
    {
        await ThrowIfNotSuccessAsync(response, write: true, cancel);
        try
        {
            return await CommerceAnswer.ReadAsync<T>(response, cancel);
        }
        catch (CommerceException problem)
        {
            // It said yes and we cannot read what: the row may be there.
            throw new CommerceException(CommerceFailure.Ambiguous, problem.Message, problem);
        }
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, JsonObject? body, string? etag, CancellationToken cancel, ScaleUnitCaller? scaleUnit = null) =>
        SendAsync(new CommerceCall(method, address, body, etag, scaleUnit), cancel);

    private async Task<HttpResponseMessage> SendAsync(CommerceCall call, CancellationToken cancel)
    {
        pipelines.CountCall();
        for (var firstTry = true; ; firstTry = false)
        {
            var accessToken = call.ScaleUnit is null ? await token.ForEnvironmentAsync(cancel) : await token.ForScaleUnitAsync(cancel);
            var response = await AttemptAsync(call, accessToken, cancel);
            if (log.IsEnabled(LogLevel.Debug))
            {
                Called(log, call.Method.Method, TableOf(call.Address), (int)response.StatusCode);
            }

            if (response.StatusCode != HttpStatusCode.Unauthorized || !firstTry)
            {
                return response;
            }

            response.Dispose();
            await token.ForgetAsync(accessToken, cancel);
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(CommerceCall call, string accessToken, CancellationToken cancel)
    {
        var write = call.IsWrite;
        try
        {
            var pipeline = write ? pipelines.Write : pipelines.Read;
            return await pipeline.ExecuteAsync(
                static async (attempt, cancel) =>
                {
                    if (attempt.IsRepetition.Value && attempt.Call.BeforeRepetition is { } look)
                    {
                        await look(cancel);
                    }

                    attempt.IsRepetition.Value = true;
                    using var request = attempt.Call.ToRequest(attempt.AccessToken);
                    return await attempt.Http.SendAsync(request, cancel);
                },
                (Http: http, Call: call, AccessToken: accessToken, IsRepetition: new StrongBox<bool>()),
                cancel);
        }
        catch (BrokenCircuitException problem)
        {
            throw new CommerceException(CommerceFailure.Unavailable, "Commerce failed repeatedly and is left alone for a moment.", problem) { RetryAfter = CommercePipelines.BreakDuration };
        }
        catch (HttpRequestException problem) when (problem.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new CommerceException(write ? CommerceFailure.Ambiguous : CommerceFailure.Unexpected, "Commerce answered with more data than the connector reads (Commerce:MaxResponseBytes).", problem);
        }
        catch (Exception problem) when (problem is HttpRequestException or TimeoutRejectedException)
        {
            var unknown = write && !CommercePipelines.NeverSent(problem);
            throw new CommerceException(unknown ? CommerceFailure.Ambiguous : CommerceFailure.Unavailable, "Commerce could not be reached, or did not answer in time.", problem);
        }
    }

    private async Task ThrowIfNotSuccessAsync(HttpResponseMessage response, bool write, CancellationToken cancel)
    {
        if (await CommerceAnswer.ProblemAsync(response, write, time, cancel) is { } problem)
        {
            throw problem;
        }
    }

    private Uri DataUri(string address) => new(_data + address);

    /// <summary>A link to another host would carry our token there.</summary>
    private Uri SameOrigin(string link)
    {
        var root = options.Value.EnvironmentUrl!;
        var next = new Uri(root, link);
        return next.GetLeftPart(UriPartial.Authority) == root.GetLeftPart(UriPartial.Authority)
            ? next
            : throw new CommerceException(CommerceFailure.Unexpected, "Commerce gave a link to another host for the next page. Check Commerce:EnvironmentUrl.");
    }

    private static string TableOf(Uri address) => address.AbsolutePath.Split('(')[0];

    [LoggerMessage(EventId = 2000, Level = LogLevel.Debug, Message = "{Method} {Table} -> {Status}")]
    private static partial void Called(ILogger log, string method, string table, int status);
}
