using System.Net;
using LogicAppUnit;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Workflows.Tests.Units;

/// <summary>Tests of a workflow whose failures become sync issues.</summary>
public abstract class CatchingWorkflowTest(string workflow, string? project = null, string? mendFirst = null) : WorkflowTest(workflow, project)
{
    private const int Open = 726000000;
    private const string TryAgain = "Nothing has to be changed here. Set the issue to Retry when the connector and Commerce answer again.";
    private const string LookAtTheLead = "Look at the lead of the prospect in Sales, mend what the reason names, then set the issue to Retry.";

    /// <summary>The ways in which each call is tried to fail.</summary>
    public static TheoryData<string> Failures => new(Way.Failures);

    /// <summary>The call failed, so a person finds the issue in Sales, the caller is told, and the run is marked failed.</summary>
    private protected Played AssertIssue(Played played, string failure, bool written = true, int attempts = 1, string outcome = "blocked")
    {
        var code = new Failure(failure).Code;
        var answer = new JObject { ["outcome"] = outcome, ["reason"] = played.Runner.WorkflowTerminationMessage, ["code"] = code };
        return AssertIssueOnly(played, failure, written, attempts).Answers(HttpStatusCode.UnprocessableEntity, answer.ToString());
    }

    /// <summary>The same where the caller had its answer before.</summary>
    private protected Played AssertIssueOnly(Played played, string failure, bool written = true, int attempts = 1)
    {
        var expected = new Failure(failure);
        played.Ends(WorkflowRunStatus.Failed, written ? "SyncIssueWritten" : "SyncIssueNotWritten");
        var reason = played.Runner.WorkflowTerminationMessage!;
        Assert.Equal(expected.Message ?? reason, reason);
        var issue = new JObject
        {
            ["b2b_name"] = $"usrt:P-000042 {Workflow}",
            ["b2b_reason"] = reason,
            ["b2b_remedy"] = expected.IsTransient ? TryAgain : mendFirst ?? LookAtTheLead,
            ["b2b_runid"] = played.Runner.WorkflowRunId,
            ["b2b_attempts"] = attempts,
            ["b2b_status"] = Open,
        };
        Assert.Equal(issue.ToString(), played.Body("Write_sync_issue").ToString());
        return played;
    }
}
