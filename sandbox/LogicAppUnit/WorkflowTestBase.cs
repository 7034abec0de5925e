using LogicAppUnit.Mocking;
using LogicAppUnit.Projects;
using Newtonsoft.Json;

namespace LogicAppUnit;

/// <summary>Base of a class that tests one workflow: <c>Initialize</c> it, then let each test create a runner.</summary>
public abstract class WorkflowTestBase
{
    private readonly List<MockResponse> mocks = [];
    private TestConfiguration configuration = new();
    private ProjectSource? source;

    /// <summary>Where mocks are reached: for settings and comparisons; nothing listens there in process.</summary>
    protected static string MockTestWorkflowHostUri => MockServer.Address;

    /// <summary>Adds a mock of all tests of the class.</summary>
    public IMockResponse AddMockResponse(IMockRequestMatcher mockRequestMatcher) => AddMockResponse(null, mockRequestMatcher);

    /// <summary>Adds a mock of all tests of the class under a name.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public IMockResponse AddMockResponse(string? name, IMockRequestMatcher mockRequestMatcher)
    {
        if (!string.IsNullOrEmpty(name) && mocks.Exists(mock => mock.MockName == name))
        {
            throw new ArgumentException($"There is a mock named '{name}' already.", nameof(name));
        }

        var mock = new MockResponse(name, mockRequestMatcher);
        mocks.Add(mock);
        return mock;
    }

    /// <summary>Reads the workflow under test.</summary>
    /// <param name="logicAppBasePath">The Logic App folder.</param>
    /// <param name="workflowName">The workflow's folder.</param>
    /// <exception cref="TestException">Files are missing, or connections cannot be used.</exception>
    protected void Initialize(string logicAppBasePath, string workflowName) => Initialize(logicAppBasePath, workflowName, null);

    /// <summary>Reads the workflow under test.</summary>
    /// <param name="logicAppBasePath">The Logic App folder.</param>
    /// <param name="workflowName">The workflow's folder.</param>
    /// <param name="localSettingsFilename">The file with the app settings; null = what testConfiguration.json says, or <c>local.settings.json</c>.</param>
    /// <exception cref="TestException">Files are missing, or connections cannot be used.</exception>
    protected void Initialize(string logicAppBasePath, string workflowName, string? localSettingsFilename)
    {
        if (string.IsNullOrEmpty(logicAppBasePath) || string.IsNullOrEmpty(workflowName))
        {
            throw new ArgumentNullException(string.IsNullOrEmpty(workflowName) ? nameof(workflowName) : nameof(logicAppBasePath));
        }

        configuration = ReadConfiguration();
        Configure(configuration);
        var settings = string.IsNullOrEmpty(localSettingsFilename) ? configuration.LocalSettingsFilename : localSettingsFilename;
        source = new ProjectSource(
            Path.GetFullPath(logicAppBasePath),
            workflowName,
            string.IsNullOrEmpty(settings) ? "local.settings.json" : settings,
            configuration.Workflow,
            new Dictionary<string, string>());
        _ = TestedProject.Of(source);
    }

    /// <summary>
    /// In process only, LogicAppUnit does not have it: changes for one class what testConfiguration.json says for all, for example to keep
    /// retry policies, which cost no time here.
    /// </summary>
    protected virtual void Configure(TestConfiguration configuration)
    {
    }

    /// <summary>Nothing to do in process; LogicAppUnit closes its HTTP client.</summary>
    protected static void Close()
    {
    }

    /// <summary>A runner for one test.</summary>
    protected ITestRunner CreateTestRunner() => CreateTestRunner(null);

    /// <summary>A runner for one test with app settings of its own; those that the settings file does not have are left out.</summary>
    /// <exception cref="TestException"><c>Initialize</c> was not called.</exception>
    protected ITestRunner CreateTestRunner(Dictionary<string, string>? localSettingsOverrides)
    {
        if (source is null)
        {
            throw new TestException("There is no workflow to test: call Initialize() first.");
        }

        var own = localSettingsOverrides is { Count: > 0 } ? source with { Overrides = localSettingsOverrides } : source;
        return new TestRunner(configuration, TestedProject.Of(own), mocks);
    }

    private static TestConfiguration ReadConfiguration()
    {
        var file = Path.Combine(Directory.GetCurrentDirectory(), "testConfiguration.json");
        return File.Exists(file) ? JsonConvert.DeserializeObject<TestConfiguration>(File.ReadAllText(file)) ?? new() : new();
    }
}
