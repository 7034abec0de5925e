using B2BConnector.Workflows.Tests.Support;
using LogicAppUnit;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Workflows.Tests.InProcess;

/// <summary>A small Logic App that a maker could have, and the class that tests its workflow "under-test".</summary>
internal sealed class MakerProject : WorkflowTestBase, IDisposable
{
    public const string Workflow = "under-test";
    public const string Manual = """{"manual":{"type":"Request","kind":"Http","inputs":{}}}""";
    private const string Http = """{"type":"Http","inputs":{"method":"GET","uri":"@concat(parameters('service'), '/service')"},"runAfter":{}}""";
    private readonly TemporaryFolder folder = new();

    /// <param name="actions">The actions; [http] in them is a call of /service that names no retry policy.</param>
    /// <param name="triggers">The triggers.</param>
    public MakerProject(string actions, string triggers = Manual)
    {
        With("host.json", """{"version":"2.0"}""");
        With("connections.json", """{"managedApiConnections":{}}""");
        With("local.settings.json", """{"IsEncrypted":false,"Values":{"SERVICE":"https://service.example.com/base?x=1","OTHER":"kept"}}""");
        With("parameters.json", """{"service":{"type":"String","value":"@appsetting('SERVICE')"},"other":{"type":"String","value":"@appsetting('OTHER')"}}""");
        var definition = new JObject
        {
            ["contentVersion"] = "1.0.0.0",
            ["triggers"] = JObject.Parse(triggers),
            ["actions"] = JObject.Parse(actions.Replace("[http]", Http, StringComparison.Ordinal)),
            ["outputs"] = new JObject(),
        };
        With($"{Workflow}/workflow.json", new JObject { ["definition"] = definition, ["kind"] = "Stateful" }.ToString());
    }

    /// <summary>What testConfiguration.json would say.</summary>
    public TestConfigurationWorkflow Options { get; } = new() { ExternalApiUrlsToMock = ["https://service.example.com"] };

    public MakerProject With(string file, string? text)
    {
        var path = Path.Combine(folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (text is null)
        {
            File.Delete(path);
        }
        else
        {
            File.WriteAllText(path, text);
        }

        return this;
    }

    public ITestRunner Runner(Dictionary<string, string>? overrides = null)
    {
        Initialize(folder.Path, Workflow);
        return CreateTestRunner(overrides);
    }

    /// <summary>A runner that has run once.</summary>
    public ITestRunner Triggered(Action<ITestRunner>? mocks = null, Dictionary<string, string>? overrides = null)
    {
        var runner = Runner(overrides);
        mocks?.Invoke(runner);
        runner.TriggerWorkflow(HttpMethod.Post).Dispose();
        return runner;
    }

    public ITestRunner WithoutInitialize() => CreateTestRunner();

    public void Dispose() => folder.Dispose();

    protected override void Configure(TestConfiguration configuration) => configuration.Workflow = Options;
}
