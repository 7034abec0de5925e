using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests.Support;

/// <summary>
/// Runs a case folder: workflow.json is called once; other *.workflow.json are its children; case.json may hold
/// {"body", "headers", "http": [{"status","body","headers"}]} (the last answer repeats).
/// </summary>
internal sealed partial class CaseRunner(string folder)
{
    public static string Root { get; } = FindRoot();

    public async Task<string> RunAsync()
    {
        using var project = new ProjectFolder();
        foreach (var file in Directory.GetFiles(folder, "*workflow.json"))
        {
            var name = Path.GetFileName(file) == "workflow.json" ? "main" : Path.GetFileName(file)[..^".workflow.json".Length];
            project.With($"{name}/workflow.json", await File.ReadAllTextAsync(file));
        }

        var settings = File.Exists(Path.Combine(folder, "case.json")) ? JObject.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "case.json"))) : [];
        var answers = settings["http"] as JArray ?? [];
        var http = new FakeHttp(call => Answer(answers[Math.Min(call.Number, answers.Count) - 1]));
        await using var engine = await TestEngine.StartAsync(project, http);
        var headers = (settings["headers"] as JObject ?? []).Properties().Select(header => (header.Name, header.Value.ToString())).ToArray();
        var answer = await engine.CallAsync("main", settings["body"], headers);
        await engine.SettleAsync();
        var lines = new List<string> { $"< {answer.StatusCode} {Text(answer.Body)}".TrimEnd() };
        lines.AddRange(http.Calls.Select(call => $"> {call.Method} {call.Url} {call.Body}".TrimEnd()));
        foreach (var workflow in engine.Engine.Project.Workflows.Keys.Order(StringComparer.Ordinal))
        {
            foreach (var run in engine.Runs(workflow).Reverse())
            {
                lines.AddRange(new RunOutline(engine, workflow, run).Lines());
            }
        }

        return Ids().Replace(string.Join('\n', lines) + "\n", match => match.Value.EndsWith("CU00", StringComparison.Ordinal) ? "{run}" : "{guid}");
    }

    public static string Text(JToken? value) => value?.ToString(Newtonsoft.Json.Formatting.None) ?? "";

    private static HttpResponseMessage Answer(JToken answer)
    {
        var headers = (answer["headers"] as JObject ?? []).Properties().Select(header => (header.Name, header.Value.ToString())).ToArray();
        return FakeHttp.Json((int)answer["status"]!, Text(answer["body"]), headers);
    }

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "B2BConnector.sln")))
        {
            at = Path.GetDirectoryName(at)!;
        }

        return at;
    }

    [GeneratedRegex("[0-9]{29}CU00|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}
