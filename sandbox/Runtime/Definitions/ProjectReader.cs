using B2BConnector.Runtime.CloudFlows;
using B2BConnector.Wdl;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Reads a project folder: settings first, then parameters, connections and code, then the workflows that use them.</summary>
internal sealed class ProjectReader(
    string folder,
    IReadOnlyDictionary<string, string> overrides,
    ILoggerFactory logs,
    ProjectLoading loading,
    FlowEnvironment? flows,
    IProjectEdits? edits)
{
    private readonly List<Problem> problems = [];
    private readonly Dictionary<string, IReadOnlyList<Problem>> unhealthy = new(StringComparer.OrdinalIgnoreCase);

    public LoadResult Read()
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            return new LoadResult(null, [RuntimeProblems.FolderMissing(root)]);
        }

        var settings = new AppSettings(overrides, LocalSettings(root));
        var contents = new ProjectContents { Folder = root, Settings = settings, CompilesScripts = loading == ProjectLoading.AllOrNothing };
        HostFile.Check(root, ReadFile(root, "host.json"), problems);
        contents.Parameters = ParametersFile.Read(ReadFile(root, "parameters.json"), contents, problems);
        var connections = ConnectionsFile.Read(ReadFile(root, "connections.json"), contents, problems);
        if (flows is not null)
        {
            FlowEnvironmentReader.AddConnections(flows, contents, connections, problems);
        }

        contents.Connections = connections;
        contents.LoadCode(logs, problems, showSettings: edits is null);
        var shared = problems.ToList();
        var workflows = ReadWorkflows(root, contents);
        var sorted = problems
            .OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)
            .ToList();
        if (loading == ProjectLoading.AllOrNothing)
        {
            return new LoadResult(HasError(sorted) ? null : new WorkflowProject(contents, workflows, unhealthy), sorted);
        }

        // What all workflows share is wrong for all of them.
        foreach (var name in HasError(shared) ? contents.TriggerTypes.Keys.ToList() : unhealthy.Keys.ToList())
        {
            workflows.Remove(name);
            unhealthy[name] = [.. shared, .. unhealthy.GetValueOrDefault(name) ?? []];
        }

        return new LoadResult(contents.TriggerTypes.Count == 0 ? null : new WorkflowProject(contents, workflows, unhealthy), sorted);
    }

    private static bool HasError(IEnumerable<Problem> found) => found.Any(problem => problem.Severity != ProblemSeverity.Warning);

    private Dictionary<string, WorkflowDefinition> ReadWorkflows(string root, ProjectContents contents)
    {
        var sources = new SortedDictionary<string, JsonSource?>(StringComparer.Ordinal);
        foreach (var directory in Subfolders(root))
        {
            var name = Path.GetFileName(directory);
            if (File.Exists(Path.Combine(directory, "workflow.json")) && edits?.Includes(name) != false)
            {
                var before = problems.Count;
                var source = ReadFile(root, Path.Combine(name, "workflow.json"));
                NoteHealth(name, before);
                sources[name] = source;
                contents.TriggerTypes[name] = source is null ? null : TriggerType(source.Root);
            }
        }

        AddFlows(sources);
        if (sources.Count == 0)
        {
            problems.Add(RuntimeProblems.NoWorkflows(root));
        }

        var workflows = new Dictionary<string, WorkflowDefinition>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, source) in sources)
        {
            if (source is not null)
            {
                var before = problems.Count;
                workflows[name] = WorkflowReader.Read(contents, name, source, problems);
                NoteHealth(name, before);
            }
        }

        return workflows;
    }

    private void NoteHealth(string workflow, int before)
    {
        if (problems[before..] is { Count: > 0 } found && HasError(found))
        {
            unhealthy[workflow] = [.. unhealthy.GetValueOrDefault(workflow) ?? [], .. found];
        }
    }

    private void AddFlows(SortedDictionary<string, JsonSource?> sources)
    {
        foreach (var (name, file) in flows is null ? [] : FlowEnvironmentReader.Flows(flows))
        {
            if (!sources.TryAdd(name, ReadFile(Path.GetFullPath(flows!.Folder), file)))
            {
                problems.Add(RuntimeProblems.DuplicateName("", name) with { File = file });
            }
        }
    }

    private IReadOnlyList<string> Subfolders(string root)
    {
        try
        {
            return Directory.GetDirectories(root);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(RuntimeProblems.UnreadableFile(exception.Message) with { File = root });
            return [];
        }
    }

    private static string? TriggerType(JToken root) =>
        ((root as JObject)?["definition"] as JObject)?["triggers"] is JObject triggers && triggers.Properties().FirstOrDefault()?.Value is JObject trigger
            ? trigger["type"]?.ToString()
            : null;

    private Dictionary<string, string> LocalSettings(string root)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (ReadFile(root, edits?.SettingsFile ?? "local.settings.json")?.Root is JObject json && json.GetValue("Values", StringComparison.OrdinalIgnoreCase) is JObject entries)
        {
            foreach (var entry in entries.Properties())
            {
                values[entry.Name] = entry.Value.ToString();
            }
        }

        return values;
    }

    private JsonSource? ReadFile(string root, string name)
    {
        var file = Path.Combine(root, name);
        if (!File.Exists(file))
        {
            return null;
        }

        var source = SourceFile.Read(file, Path.Combine(Path.GetFileName(root), name).Replace('\\', '/'), problems);
        if (source is not null)
        {
            edits?.Edit(name.Replace('\\', '/'), source.Root);
        }

        return source;
    }
}
