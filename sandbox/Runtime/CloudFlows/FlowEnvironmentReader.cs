using System.Text.RegularExpressions;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.CloudFlows;

/// <summary>Makes an environment's connections known to the project, and finds its flows.</summary>
internal static partial class FlowEnvironmentReader
{
    /// <summary>Adds connections under the logical names of their references, with the definitions of their connectors.</summary>
    public static void AddConnections(FlowEnvironment environment, ProjectContents project, Dictionary<string, ApiConnectionReference> connections, List<Problem> problems)
    {
        project.Environment = environment;
        foreach (var (name, connection) in environment.Connections)
        {
            if (!connections.TryAdd(name, new ApiConnectionReference(name, connection.RuntimeUrl, "Key", connection.Key)))
            {
                problems.Add(RuntimeProblems.DuplicateName("", name));
            }

            if (connection.Definition is not { } file)
            {
                continue;
            }

            try
            {
                project.Connectors[name] = ConnectorDefinition.Parse(file, File.ReadAllText(file));
            }
            catch (JsonSyntaxException exception)
            {
                problems.Add(RuntimeProblems.MalformedJson(exception.Message) with { File = file });
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problems.Add(RuntimeProblems.UnreadableFile(exception.Message) with { File = file });
            }
        }
    }

    /// <summary>Files of flows below the folder, with the names of the flows: what stands before the id.</summary>
    public static IEnumerable<(string Name, string File)> Flows(FlowEnvironment environment)
    {
        var folder = Path.Combine(environment.Folder, "Workflows");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => (Id().Replace(Path.GetFileNameWithoutExtension(file), ""), Path.Combine("Workflows", Path.GetFileName(file))))
            : [];
    }

    [GeneratedRegex("-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
