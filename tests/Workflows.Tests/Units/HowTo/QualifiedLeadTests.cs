using System.Net;
using B2BConnector.Workflows.Tests.Support;
using LogicAppUnit;
using LogicAppUnit.Helper;
using LogicAppUnit.Mocking;

namespace B2BConnector.Workflows.Tests.Units.HowTo;

/// <summary>The test of docs/how-to/test-a-workflow.md, which shows it part by part.</summary>
public sealed class QualifiedLeadTests : WorkflowTestBase
{
    private const string Event = """{"b2b_legalentity":"usrt","b2b_prospectid":"P-000042"}""";

    public QualifiedLeadTests() => Initialize(Path.Combine(Repository.Root, "workflows"), "lead-qualified");

    [Fact]
    public void Lead_Qualified_IsHandedToEnsureCustomers()
    {
        using ITestRunner run = CreateTestRunner();
        run.AddMockResponse(MockRequestMatcher.Create().UsingPost().FromAction("Ensure_customers"))
            .RespondWith(MockResponseBuilder.Create().WithSuccess().WithContentAsJson(new { outcome = "ensured" }));

        HttpResponseMessage answer = run.TriggerWorkflow(ContentHelper.CreateJsonStringContent(Event), HttpMethod.Post);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        run.ExceptionWrapper(() => Assert.Equal(WorkflowRunStatus.Succeeded, run.WorkflowRunStatus));
        Assert.Equal("P-000042", (string?)run.GetWorkflowActionInput("Ensure_customers")["body"]!["body"]!["prospectId"]);
    }

    [Fact]
    public void Child_Breaks_FailsTheRun()
    {
        using ITestRunner run = CreateTestRunner();
        run.AddMockResponse(MockRequestMatcher.Create().FromAction("Ensure_customers"))
            .RespondWith(MockResponseBuilder.Create().WithInternalServerError());

        run.TriggerWorkflow(ContentHelper.CreateJsonStringContent(Event), HttpMethod.Post);

        Assert.Equal(WorkflowRunStatus.Failed, run.WorkflowRunStatus);
        Assert.Equal(ActionStatus.Failed, run.GetWorkflowActionStatus("Ensure_customers"));
    }
}
