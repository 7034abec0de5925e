using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace B2BConnector.Connector.Commerce;

/// <summary>Reads an answer of Commerce: JSON, or a <see cref="CommerceException"/> that says what it was instead.</summary>
internal static partial class CommerceAnswer
{
    private const int LongestUpstreamText = 300;
    private const int LargestInOnePiece = 16 * 1024;

    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };

    /// <exception cref="CommerceException">The answer is no success.</exception>
    public static async Task<CommerceException?> ProblemAsync(HttpResponseMessage response, bool write, TimeProvider time, CancellationToken cancel)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            return null;
        }

        var failure = response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => CommerceFailure.Unavailable,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => CommerceFailure.SignIn,
            HttpStatusCode.PreconditionFailed => CommerceFailure.Changed,
            HttpStatusCode.RequestTimeout => write ? CommerceFailure.Ambiguous : CommerceFailure.Unavailable,
            >= HttpStatusCode.InternalServerError => write ? CommerceFailure.Ambiguous : CommerceFailure.Unavailable,
            >= HttpStatusCode.BadRequest => CommerceFailure.Refused,
            _ => CommerceFailure.Unexpected,
        };
        var message = failure == CommerceFailure.Unexpected
            ? string.Create(CultureInfo.InvariantCulture, $"Commerce answered with status {status}, a redirect. Check Commerce:EnvironmentUrl: it must be the root address itself.")
            : string.Create(CultureInfo.InvariantCulture, $"Commerce answered with status {status}.");
        return new CommerceException(failure, message)
        {
            Status = status,
            IsWrite = write,
            RetryAfter = RetryAfter(response, time),
            UpstreamText = failure == CommerceFailure.Refused ? await UpstreamTextAsync(response, cancel) : null,
        };
    }

    /// <exception cref="CommerceException">The body is no JSON of the shape <typeparamref name="T"/>.</exception>
    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancel)
    {
        if (!IsJson(response))
        {
            throw new CommerceException(CommerceFailure.Unexpected, "Commerce answered with something other than JSON, perhaps a sign-in page. Check Commerce:EnvironmentUrl.") { Status = (int)response.StatusCode };
        }

        try
        {
            return await DeserializeAsync<T>(response.Content, cancel) ?? throw new CommerceException(CommerceFailure.Unexpected, "Commerce answered with an empty document.");
        }
        catch (JsonException problem)
        {
            throw new CommerceException(CommerceFailure.Unexpected, $"Commerce answered with JSON of an unknown shape (at {problem.Path ?? "$"}).", problem);
        }
    }

    /// <summary>A row in one piece, because the serializer takes a third longer when it has to be ready for a document in parts; a page in parts.</summary>
    private static async ValueTask<T?> DeserializeAsync<T>(HttpContent content, CancellationToken cancel)
    {
        if (content.Headers.ContentLength is > 0 and <= LargestInOnePiece)
        {
            var bytes = await content.ReadAsByteArrayAsync(cancel);
            return JsonSerializer.Deserialize<T>(bytes.AsSpan(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0), CommerceJson.Options);
        }

        await using var body = await content.ReadAsStreamAsync(cancel);
        return await JsonSerializer.DeserializeAsync<T>(body, CommerceJson.Options, cancel);
    }

    private static bool IsJson(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is { } type && type.EndsWith("json", StringComparison.OrdinalIgnoreCase);

    private static async Task<string?> UpstreamTextAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        if (!IsJson(response))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancel));
            if (!document.RootElement.TryGetProperty("error", out var error))
            {
                return null;
            }

            // The outer message of F&O is mostly "An error has occurred."; the reason stands in innererror.
            var text = error.TryGetProperty("innererror", out var inner) && inner.TryGetProperty("message", out var innerText) && !string.IsNullOrWhiteSpace(innerText.GetString())
                ? innerText.GetString()
                : error.TryGetProperty("message", out var outer) ? outer.GetString() : null;
            return text is null ? null : Clean(text);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>One line, no addresses of people, no stack trace, of bounded length.</summary>
    internal static string Clean(string text)
    {
        var firstLine = text.Split(["\r", "\n", "   at "], 2, StringSplitOptions.TrimEntries)[0];
        var masked = Mail().Replace(new string([.. firstLine.Where(character => !char.IsControl(character))]), "(e-mail)");
        return masked.Length <= LongestUpstreamText ? masked : masked[..LongestUpstreamText] + "...";
    }

    [GeneratedRegex(@"[^\s@'""<>]+@[^\s@'""<>]+")]
    private static partial Regex Mail();
}
