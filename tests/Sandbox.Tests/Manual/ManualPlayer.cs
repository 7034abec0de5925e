using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Manual;

/// <summary>Sends the requests of connector/Requests.http one by one, those to the sandbox's jobs included, and keeps the answers by name.</summary>
internal sealed partial class ManualPlayer(HttpClient http, Dictionary<string, Func<string>> variables)
{
    public Dictionary<string, JsonNode?> Answers { get; } = [];

    /// <summary>The header Location of each answer that had one.</summary>
    public Dictionary<string, string> Locations { get; } = [];

    /// <param name="after">Called with the name of each request of an operation that succeeded.</param>
    public async Task PlayAsync(Func<string, Task> after)
    {
        var file = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "connector", "Requests.http"));
        foreach (var block in Title().Split(file).Skip(1))
        {
            var name = Name().Match(block) is { Success: true } match ? match.Groups[1].Value : "";
            using var request = Parse(Variable().Replace(block, variable => variables[variable.Groups[1].Value]()));
            using var response = await http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode, $"{name} {request.Method} {request.RequestUri}: {(int)response.StatusCode} {text}");
            Answers[name] = text.Length == 0 ? null : JsonNode.Parse(text);
            if (response.Headers.Location is { } location)
            {
                Locations[name] = location.OriginalString;
            }

            await after(name);
        }
    }

    private static HttpRequestMessage Parse(string block)
    {
        var parts = block.Split("\n\n", 2);
        var lines = parts[0].Split('\n').Skip(1).Where(line => line.Length > 0 && !line.StartsWith('#')).ToList();
        var first = lines[0].Split(' ');
        var request = new HttpRequestMessage(new HttpMethod(first[0]), first[1]);
        foreach (var header in lines.Skip(1).Select(line => line.Split(": ", 2)).Where(header => header[0] != "Content-Type"))
        {
            request.Headers.TryAddWithoutValidation(header[0], header[1]);
        }

        var body = parts.ElementAtOrDefault(1)?.Trim() ?? "";
        request.Content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return request;
    }

    [GeneratedRegex(@"^###", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex(@"^# @name (\w+)$", RegexOptions.Multiline)]
    private static partial Regex Name();

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Variable();
}
