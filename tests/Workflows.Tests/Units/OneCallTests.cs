using System.Net;
using LogicAppUnit;

namespace B2BConnector.Workflows.Tests.Units;

/// <summary>Tests of a workflow that is a trigger and one call of a child, which does the work. Truth: the descriptions in workflow.json.</summary>
public abstract class OneCallTests(string workflow, string action) : WorkflowTest(workflow)
{
    public static TheoryData<string> Failures => new(Way.Failures);

    [Fact]
    public void Event_Comes_IsHandedToTheChild()
    {
        using var played = Play();

        played.Ends(WorkflowRunStatus.Succeeded).Answers(HttpStatusCode.Accepted).Called(action).Sent(action);
        Assert.Equal(
            new Dictionary<string, string> { ["legalEntity"] = "usrt", ["prospectId"] = "P-000042" },
            played.Runner.GetWorkflowActionTrackedProperties("Track_prospect"));
    }

    // The child writes the issue; the run that called it is marked failed.
    [Theory]
    [MemberData(nameof(Failures))]
    public void Child_Fails_FailsTheRun(string failure)
    {
        using var played = PlayWith(action, failure);

        played.Ends(WorkflowRunStatus.Failed, "ActionFailed").Called(action);
        Assert.Equal(ActionStatus.Failed, played.Runner.GetWorkflowActionStatus(action));
    }

    // Doing it once is the child's concern: it reads again what the rows say.
    [Fact]
    public void Event_Twice_IsHandedOverTwiceAlike()
    {
        using var played = Play().Again();

        played.Ends(WorkflowRunStatus.Succeeded).Called(action, action).Sent(action).Sent(action, call: 1);
    }

    // The child refuses a call without key: 400, as its trigger's schema says.
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"legalEntity":"usrt","b2b_legalentity":"usrt"}""")]
    [InlineData("null")]
    public void Event_WithoutItsKey_HandsOverNoKey(string body)
    {
        using var played = Play(runner => new Failure("400").Hit(runner, action), body);

        played.Ends(WorkflowRunStatus.Failed, "ActionFailed").Called(action);
        Assert.Equal("", (string?)played.Body(action)["body"]!["prospectId"] ?? "");
    }
}
