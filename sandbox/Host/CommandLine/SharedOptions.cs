using System.CommandLine;
using B2BConnector.Host.Repository;

namespace B2BConnector.Host.CommandLine;

/// <summary>The options that every verb takes.</summary>
internal sealed class SharedOptions
{
    private readonly Option<string?> _root = new("--root") { Description = "Root of the repository. Default: the folder above that holds B2BConnector.sln.", Recursive = true };
    private readonly Option<string> _workflows = new("--workflows") { Description = "Folder with the Logic App to run.", DefaultValueFactory = _ => "workflows", Recursive = true };
    private readonly Option<string?> _flows = new("--flows") { Description = "Folder with an unpacked solution (solution/flows) whose cloud flows run beside the workflows.", Recursive = true };
    private readonly Option<string> _data = new("--data") { Description = "Folder that keeps the data.", DefaultValueFactory = _ => ".sandbox", Recursive = true };
    private readonly Option<bool> _ephemeral = new("--ephemeral") { Description = "Keep all data in memory only.", Recursive = true };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Log what the services do.", Recursive = true };
    private readonly Option<int> _connector = Port("--connector-port", 5081, "connector");
    private readonly Option<int> _commerce = Port("--commerce-port", 5082, "Commerce");
    private readonly Option<int> _dataverse = Port("--dataverse-port", 5083, "Dataverse");
    private readonly Option<int> _runtime = Port("--runtime-port", 5084, "workflow runtime");
    private readonly Option<int> _console = Port("--console-port", 5080, "console");

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _root, _workflows, _flows, _data, _ephemeral, _verbose, _connector, _commerce, _dataverse, _runtime, _console })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="SandboxFailure">The repository or a folder is not there.</exception>
    public SandboxOptions Read(ParseResult parsed)
    {
        var options = new SandboxOptions
        {
            Root = parsed.GetValue(_root) is { } root ? Path.GetFullPath(root) : RepositoryRoot.Find(Directory.GetCurrentDirectory()),
            Workflows = parsed.GetValue(_workflows)!,
            Flows = parsed.GetValue(_flows),
            Data = parsed.GetValue(_ephemeral) ? null : parsed.GetValue(_data),
            ConnectorPort = parsed.GetValue(_connector),
            CommercePort = parsed.GetValue(_commerce),
            DataversePort = parsed.GetValue(_dataverse),
            RuntimePort = parsed.GetValue(_runtime),
            ConsolePort = parsed.GetValue(_console),
            LogLevel = parsed.GetValue(_verbose) ? LogLevel.Information : LogLevel.Warning,
        };
        RepositoryRoot.Require(options);
        return options;
    }

    private static Option<int> Port(string name, int port, string service) =>
        new(name) { Description = $"Port of the {service} on loopback; 0 takes a free one.", DefaultValueFactory = _ => port, Recursive = true };
}
