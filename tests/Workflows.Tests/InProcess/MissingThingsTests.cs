using LogicAppUnit;
using LogicAppUnit.Helper;
using LogicAppUnit.Mocking;

namespace B2BConnector.Workflows.Tests.InProcess;

/// <summary>What a test asks for and is not there: the exception types of LogicAppUnit 1.12, with the reason in words.</summary>
public sealed class MissingThingsTests
{
    private const string Say = """{"Say":{"type":"Compose","inputs":1,"runAfter":{}}}""";

    [Theory]
    [InlineData("under-test/workflow.json")]
    [InlineData("host.json")]
    [InlineData("local.settings.json")]
    public void File_Mandatory_IsNamed(string file)
    {
        using var project = new MakerProject(Say).With(file, null);

        Assert.Contains(file, Assert.Throws<TestException>(() => project.Runner()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Connections_Missing_SayWhatIsEnough()
    {
        using var project = new MakerProject(Say).With("connections.json", null);

        Assert.Contains("managedApiConnections", Assert.Throws<ArgumentNullException>(() => project.Runner()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", "managedApiConnections")]
    [InlineData("""{"managedApiConnections":{"c":{"api":{"id":"a"},"connection":{"id":"a"},"connectionRuntimeUrl":"https://x.example.com"}}}""", "no 'authentication'")]
    [InlineData("""{"managedApiConnections":{"c":{"api":{"id":"a"},"connection":{"id":"a"},"connectionRuntimeUrl":"@appsetting('NONE')","authentication":{"type":"Raw"}}}}""", "that is no address")]
    [InlineData("""{"managedApiConnections":{"c":{"api":{"id":"a"},"connection":{"id":"a"},"connectionRuntimeUrl":"https://x.example.com","authentication":{"type":"ManagedServiceIdentity"}}}}""", "ManagedServiceIdentity")]
    public void Connection_ThatCannotBeUsed_SaysWhy(string connections, string reason)
    {
        using var project = new MakerProject(Say).With("connections.json", connections);

        Assert.Contains(reason, Assert.Throws<TestException>(() => project.Runner()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Connection_ThatNoFileDefines_IsNamedWithItsPlace()
    {
        using var project = new MakerProject("""{"Call":{"type":"ApiConnection","inputs":{"host":{"connection":{"referenceName":"missing"}},"method":"get","path":"/x"},"runAfter":{}}}""");
        using var runner = project.Runner();

        var message = Assert.Throws<TestException>(() => runner.TriggerWorkflow(HttpMethod.Post)).Message;

        Assert.Contains("'missing' is not defined in connections.json", message, StringComparison.Ordinal);
        Assert.Contains("under-test/workflow.json(", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trigger_Missing_IsSaid()
    {
        using var project = new MakerProject(Say, "{}");
        using var runner = project.Runner();

        Assert.Contains("exactly one trigger", Assert.Throws<TestException>(() => runner.TriggerWorkflow(HttpMethod.Post)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Runner_BeforeInitialize_IsRefused()
    {
        using var project = new MakerProject(Say);

        Assert.Contains("Initialize()", Assert.Throws<TestException>(() => project.WithoutInitialize()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_BeforeItsTrigger_IsRefused()
    {
        using var project = new MakerProject(Say);
        using var runner = project.Runner();

        Assert.Contains("TriggerWorkflow()", Assert.Throws<TestException>(() => runner.WorkflowRunId).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nothing", "has no such action. It has: ")]
    [InlineData("LAST", "its name is 'Last'")]
    public void Action_ThatNeverRan_SaysWhy(string action, string reason)
    {
        using var project = new MakerProject("""
            {"Loop":{"type":"Foreach","foreach":"@json('[]')","actions":{"Inside":{"type":"Compose","inputs":1,"runAfter":{}}},"runAfter":{}},
             "Never":{"type":"Compose","inputs":1,"runAfter":{"Loop":["Failed"]}},
             "Last":{"type":"Compose","inputs":1,"runAfter":{"Loop":["Succeeded"]}}}
            """);
        using var runner = project.Triggered();

        Assert.Contains(reason, Assert.Throws<TestException>(() => runner.GetWorkflowActionStatus(action)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Action_Skipped_HasNoInputs()
    {
        using var project = new MakerProject("""{"First":{"type":"Compose","inputs":1,"runAfter":{}},"Never":{"type":"Compose","inputs":1,"runAfter":{"First":["Failed"]}}}""");
        using var runner = project.Triggered();

        Assert.Equal(ActionStatus.Skipped, runner.GetWorkflowActionStatus("Never"));
        Assert.Contains("was skipped", Assert.Throws<TestException>(() => runner.GetWorkflowActionInput("Never")).Message, StringComparison.Ordinal);
        Assert.Contains("does not stand inside a loop", Assert.Throws<TestException>(() => runner.GetWorkflowActionRepetition("First", 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Call_ThatIsNoMocks_IsRefusedInWords()
    {
        using var project = new MakerProject("""{"Call":{"type":"Http","inputs":{"method":"GET","uri":"https://elsewhere.example.com/x"},"runAfter":{}}}""");
        using var runner = project.Triggered();

        Assert.Equal(WorkflowRunStatus.Failed, runner.WorkflowRunStatus);
        Assert.Contains("externalApiUrlsToMock", runner.GetWorkflowAction("Call")["error"]!["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mock_WithoutAnswer_BreaksTheCall()
    {
        using var project = new MakerProject("""{"Call":[http]}""");
        using var runner = project.Triggered(run => run.AddMockResponse(MockRequestMatcher.Create()));

        Assert.Equal(500, (int)runner.GetWorkflowActionOutput("Call")["statusCode"]!);
    }

    [Fact]
    public void Mock_OfATakenName_IsRefused()
    {
        using var project = new MakerProject(Say);
        using var runner = project.Runner();
        runner.AddMockResponse("one", MockRequestMatcher.Create());

        Assert.Throws<ArgumentException>(() => runner.AddMockResponse("one", MockRequestMatcher.Create()));
    }

    [Fact]
    public void Resource_Missing_IsNamed() =>
        Assert.Contains("no resource 'None'", Assert.Throws<TestException>(() => ResourceHelper.GetAssemblyResourceAsString("None")).Message, StringComparison.Ordinal);

    [Fact]
    public void Assertion_ThatFails_NamesWhatFailedInTheRun()
    {
        using var project = new MakerProject("""{"Call":[http]}""");
        using var runner = project.Triggered(run => run.AddMockResponse(MockRequestMatcher.Create()).RespondWith(MockResponseBuilder.Create().WithNotFound()));

        var failure = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => runner.ExceptionWrapper(() => Assert.Equal(WorkflowRunStatus.Succeeded, runner.WorkflowRunStatus)));

        Assert.Contains("\"name\": \"Call\"", failure.Message, StringComparison.Ordinal);
    }
}
