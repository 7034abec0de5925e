namespace B2BConnector.Workflows.Tests.Units;

/// <summary>The two calls that make a failed call a sync issue fail themselves.</summary>
/// <param name="workflow">Name of the workflow.</param>
/// <param name="call">The action whose call fails first.</param>
/// <param name="answer">What it gets: a status code.</param>
/// <param name="outcome">What the caller of the workflow is told.</param>
/// <param name="mendFirst">The remedy where trying again is not enough; null = the usual one.</param>
public abstract class WritingIssueTests(string workflow, string call, string answer = "404", string outcome = "blocked", string? mendFirst = null)
    : CatchingWorkflowTest(workflow, mendFirst: mendFirst)
{
    [Theory]
    [MemberData(nameof(Failures))]
    public void ReadingTheIssue_Fails_StillWritesIt(string failure)
    {
        using var played = PlayTwoFailures("Read_sync_issue", failure);

        AssertIssue(played, answer, outcome: outcome);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void WritingTheIssue_Fails_IsSaidByTheRun(string failure)
    {
        using var played = PlayTwoFailures("Write_sync_issue", failure);

        AssertIssue(played, answer, written: false, outcome: outcome);
    }

    private Played PlayTwoFailures(string action, string failure) => Play(runner =>
    {
        new Failure(answer).Hit(runner, call);
        new Failure(failure).Hit(runner, action);
    });
}
