using B2BConnector.Workflows.Tests.Support;
using LogicAppUnit;
using LogicAppUnit.Helper;
using LogicAppUnit.Mocking;

namespace B2BConnector.Workflows.Tests.Units;

/// <summary>
/// Tests of one workflow in the folder that bears its name: trigger.json starts it, Answers/{action}.json is what its calls get unless a test
/// says otherwise (200 without content where there is no file), Sent/{name}.json what they must have sent.
/// </summary>
public abstract class WorkflowTest : WorkflowTestBase
{
    private static readonly string Units = Path.Combine(Repository.Root, "tests", "Workflows.Tests", "Units");
    private readonly string folder;

    /// <param name="workflow">Name of the workflow.</param>
    /// <param name="project">The Logic App folder; null = the repository's.</param>
    protected WorkflowTest(string workflow, string? project = null)
    {
        Workflow = workflow;
        folder = Path.Combine(Units, string.Concat(workflow.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
        Initialize(project ?? ProjectVariant.Original, workflow);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "Answers"), "*.json"))
        {
            var action = Path.GetFileNameWithoutExtension(file);
            AddMockResponse(action, MockRequestMatcher.Create().FromAction(action))
                .RespondWith(MockResponseBuilder.Create().WithContentAsJson(File.ReadAllText(file)));
        }
    }

    /// <summary>Name of the workflow.</summary>
    protected string Workflow { get; }

    /// <summary>Starts the workflow with trigger.json, or with another body.</summary>
    private protected Played Play(Action<ITestRunner>? mocks = null, string? body = null)
    {
        var runner = CreateTestRunner();
        mocks?.Invoke(runner);
        var text = body ?? Text("trigger.json");
        return new Played(runner, () => runner.TriggerWorkflow(ContentHelper.CreateJsonStringContent(text), HttpMethod.Post), Path.Combine(folder, "Sent"));
    }

    /// <summary>Starts the workflow while one of its calls fails.</summary>
    private protected Played PlayWith(string action, string failure) => Play(runner => new Failure(failure).Hit(runner, action));

    /// <summary>Lets the calls of an action get another answer than the file's.</summary>
    protected static void Answer(ITestRunner runner, string action, string json) =>
        runner.AddMockResponse(MockRequestMatcher.Create().FromAction(action)).RespondWith(MockResponseBuilder.Create().WithContentAsJson(json));

    /// <summary>A file of the test's folder.</summary>
    protected string Text(string file) => File.ReadAllText(Path.Combine(folder, file));
}
