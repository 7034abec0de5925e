using B2BConnector.Runtime.Tests.Support;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Tests.Coverage;

/// <summary>Loads small projects to see whether this runtime takes something.</summary>
internal static class Probes
{
    private const string Manual = """{"manual":{"type":"Request","kind":"Http","inputs":{}}}""";

    /// <summary>Members of runtimeConfiguration, each as it is written.</summary>
    public static IReadOnlyDictionary<string, (string Action, string Value)> Settings { get; } = new Dictionary<string, (string, string)>
    {
        ["concurrency.repetitions"] = ("Foreach", """{"concurrency":{"repetitions":2}}"""),
        ["contentTransfer"] = ("Http", """{"contentTransfer":{"transferMode":"Chunked"}}"""),
        ["paginationPolicy"] = ("Http", """{"paginationPolicy":{"minimumItemCount":10}}"""),
        ["secureData"] = ("Http", """{"secureData":{"properties":["inputs","outputs"]}}"""),
        ["staticResult"] = ("Http", """{"staticResult":{"name":"Call0","staticResultOptions":"Enabled"}}"""),
    };

    public static IReadOnlyList<string> ConnectionSections { get; } =
        ["managedApiConnections", "serviceProviderConnections", "functionConnections", "apiManagementConnections", "agentConnections"];

    public static bool Kind(string kind) => Runs(folder => folder.WithWorkflow("main", Manual, "{}").With(
        "main/workflow.json", File.ReadAllText(Path.Combine(folder.Path, "main", "workflow.json")).Replace("Stateful", kind, StringComparison.Ordinal)));

    public static bool Authentication(string type) => !Codes(folder => folder.WithActions(
        "main", """{"Call":{"type":"Http","inputs":{"method":"GET","uri":"https://example.com","authentication":{"type":"TYPE"}}}}""".Replace("TYPE", type, StringComparison.Ordinal))).Contains("RT0506");

    public static bool Setting(string name)
    {
        var (action, value) = Settings[name];
        var body = action == "Foreach"
            ? """ "foreach":"@createArray(1)","actions":{} """
            : """ "inputs":{"method":"GET","uri":"https://example.com"} """;
        return Runs(folder => folder.WithActions("main", "{\"A\":{\"type\":\"" + action + "\"," + body + ",\"runtimeConfiguration\":" + value + "}}"));
    }

    /// <summary>Only managed connections serve an operation type that runs here.</summary>
    public static bool Connections(string section) => Runs(folder => folder
        .With("connections.json", section == "managedApiConnections"
            ? """{"managedApiConnections":{"x":{"api":{"id":"/a"},"connection":{"id":"/c"},"connectionRuntimeUrl":"https://example.com/x","authentication":{"type":"Raw","scheme":"Key","parameter":"k"}}}}"""
            : "{}")
        .WithActions("main", section switch
        {
            "managedApiConnections" => """{"A":{"type":"ApiConnection","inputs":{"host":{"connection":{"referenceName":"x"}},"method":"get","path":"/x"}}}""",
            "serviceProviderConnections" => """{"A":{"type":"ServiceProvider","inputs":{}}}""",
            "functionConnections" => """{"A":{"type":"Function","inputs":{}}}""",
            "apiManagementConnections" => """{"A":{"type":"ApiManagement","inputs":{}}}""",
            _ => """{"A":{"type":"Agent","inputs":{}}}""",
        }));

    public static bool HostSetting(string name) => !Codes(folder => folder
        .WithActions("main", "{}")
        .With("host.json", """{"version":"2.0","extensions":{"workflow":{"settings":{"NAME":"another value"}}}}""".Replace("NAME", name, StringComparison.Ordinal))).Contains("RT0509");

    private static bool Runs(Action<ProjectFolder> write) => Problems(write).All(problem => problem.Severity == ProblemSeverity.Warning);

    private static IReadOnlyList<string> Codes(Action<ProjectFolder> write) => [.. Problems(write).Select(problem => problem.Code)];

    private static IReadOnlyList<Problem> Problems(Action<ProjectFolder> write)
    {
        using var folder = new ProjectFolder();
        write(folder);
        return WorkflowProject.Load(folder.Path, new Dictionary<string, string>()).Problems;
    }
}
