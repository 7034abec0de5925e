using System.Text;
using System.Text.RegularExpressions;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Manual;

/// <summary>One request of connector/Requests.http that goes to the connector.</summary>
internal sealed partial record ManualRequest(string Name, string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    private const string Connector = "{{connector}}";

    public static string FilePath => Path.Combine(RepositoryFiles.Root, "connector", "Requests.http");

    public static IReadOnlyList<ManualRequest> All { get; } = [.. Blocks().Select(Parse).OfType<ManualRequest>()];

    /// <summary>The request with its variables filled in.</summary>
    public HttpRequestMessage Fill(Func<string, string> variable)
    {
        string Filled(string text) => Variable().Replace(text, match => variable(match.Groups[1].Value));
        var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(Filled(Target), UriKind.Relative));
        foreach (var (name, value) in Headers.Where(header => header.Key != "Content-Type"))
        {
            request.Headers.Add(name, Filled(value));
        }

        if (Body.Length > 0)
        {
            request.Content = new StringContent(Filled(Body), Encoding.UTF8, Headers["Content-Type"]);
        }

        return request;
    }

    private static IEnumerable<string> Blocks() => Title().Split(File.ReadAllText(FilePath)).Skip(1);

    private static ManualRequest? Parse(string block)
    {
        var parts = block.Split("\n\n", 2);
        var lines = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var comments = lines.Where(line => line.StartsWith('#')).ToList();
        var head = lines.Where(line => !line.StartsWith('#')).Skip(1).ToList();
        var request = head[0].Split(' ');
        return request[1].StartsWith(Connector, StringComparison.Ordinal)
            ? new ManualRequest(
                comments.Single(line => line.StartsWith("# @name ", StringComparison.Ordinal))["# @name ".Length..],
                request[0],
                request[1][Connector.Length..],
                head.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]),
                parts.ElementAtOrDefault(1)?.Trim() ?? "")
            : null;
    }

    [GeneratedRegex(@"^###", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Variable();
}
