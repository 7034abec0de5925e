using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace B2BConnector.Emulators.Tests.Dataverse;

/// <summary>A batch as text, and its answer.</summary>
internal sealed partial record BatchText(HttpStatusCode Status, string ContentType, string Text)
{
    private static readonly HttpClient Http = new();

    /// <summary>One part: a request line without its version, a header, a body.</summary>
    public static string Operation(string request, string? header, string body) =>
        $"Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n{request} HTTP/1.1\r\n{(header is null ? "" : header + "\r\n")}\r\n{body.ReplaceLineEndings("")}";

    /// <summary>Operations with Content-ID 1, 2 …</summary>
    public static string ChangeSet(params string[] operations) =>
        "Content-Type: multipart/mixed; boundary=\"changeset_1\"\r\n\r\n" + Join("changeset_1", operations.Select((operation, index) => $"Content-ID: {index + 1}\r\n{operation}"));

    public static string Join(string boundary, IEnumerable<string> parts) => string.Concat(parts.Select(part => $"--{boundary}\r\n{part}\r\n")) + $"--{boundary}--\r\n";

    public static async Task<BatchText> SendAsync(Uri address, string type, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/api/data/v9.2/$batch")) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "sandbox-logicapp");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(request);
        return new BatchText(response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? "", await response.Content.ReadAsStringAsync());
    }

    /// <summary>The statuses of the answers, in their order.</summary>
    public static IEnumerable<int> Statuses(string text) => StatusLine().Matches(text).Select(line => int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^HTTP/1\.1 (\d+) ", RegexOptions.Multiline)]
    private static partial Regex StatusLine();
}
