using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>What inputs of operations that do not run here name in the project: connections of other kinds, and script files.</summary>
internal static class UnsupportedInputs
{
    private static readonly (string[] Path, string Section)[] Connections =
    [
        (["serviceProviderConfiguration", "connectionName"], "serviceProviderConnections"),
        (["function", "connectionName"], "functionConnections"),
        (["apiManagement", "connection"], "apiManagementConnections"),
    ];

    /// <param name="inputs">The inputs.</param>
    /// <param name="path">Their JSON path.</param>
    /// <param name="project">Knows the connections.</param>
    /// <param name="folder">The workflow's folder when the inputs may name a file of it.</param>
    /// <param name="json">Takes the problems.</param>
    public static void Check(JObject inputs, string path, ProjectContents project, string? folder, ObjectReader json)
    {
        foreach (var (names, section) in Connections)
        {
            var place = path;
            JToken? value = inputs;
            foreach (var name in names)
            {
                value = (value as JObject)?.GetValue(name, StringComparison.OrdinalIgnoreCase);
                place = JsonPath.Append(place, name);
            }

            if (value is { Type: JTokenType.String } && (string)value! is var connection && !connection.StartsWith('@') && !project.OtherConnectionNames.Contains($"{section}/{connection}"))
            {
                json.Report(RuntimeProblems.UnknownConnection(place, connection));
            }
        }

        if (folder is not null && inputs["CodeFile"] is { Type: JTokenType.String } file && !File.Exists(Path.Combine(folder, (string)file!)))
        {
            json.Report(RuntimeProblems.FileMissing(JsonPath.Append(path, "CodeFile"), (string)file!));
        }
    }
}
