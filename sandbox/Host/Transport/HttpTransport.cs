using B2BConnector.Runtime.Definitions;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Transport;

/// <summary>
/// Writes a Logic App that uses managed connections as one that calls Dataverse and the connector by itself, with plain HTTP actions and
/// triggers and the managed identity: documents disagree on whether Standard may use a custom connector as a managed connection.
/// </summary>
internal static class HttpTransport
{
    private const string Note = """
        > Written from the project with managed connections by the verb `workflows --transport http`; change that one and write this anew.
        > Every call is plain HTTP with the managed identity of the Logic App. Instead of connections it needs the app settings `CONNECTOR_URL` and
        > `CONNECTOR_AUDIENCE` (application ID URI of the connector), app roles of the connector for the identity, and the identity as application user in Dataverse.


        """;

    /// <summary>The new project, and what could not be written; the project is null when that is something.</summary>
    public static (LogicAppFiles? Project, IReadOnlyList<Problem> Problems) Rewrite(LogicAppFiles source, ConnectorOperations connector)
    {
        var all = new List<Problem>();
        var managed = LogicAppJson.Read(source, "connections.json");
        var connections = Connections.Of(managed, connector);
        var workflows = new Dictionary<string, string>(StringComparer.Ordinal);
        var subscribers = new List<string>();
        foreach (var path in source.Paths.Where(path => path.EndsWith("/workflow.json", StringComparison.Ordinal) && path.Count(c => c == '/') == 1))
        {
            var file = LogicAppJson.Source(source, path);
            var rewrite = new WorkflowRewrite(path.Split('/')[0], (JObject)file.Root, connections, new SourceProblems(file, all));
            rewrite.Run();
            if (rewrite.Changed)
            {
                workflows[path] = LogicAppJson.Write(file.Root);
            }

            if (rewrite.Subscribes)
            {
                subscribers.Add(path.Split('/')[0]);
            }
        }

        if (all.Count > 0)
        {
            return (null, all);
        }

        var changed = new SettingsRewrite(source, workflows).Run(managed, [.. connections.Replaced], subscribers);
        if (source.Has("README.md"))
        {
            changed["README.md"] = Note + source.Text("README.md");
        }

        return (source.With(changed), all);
    }
}
