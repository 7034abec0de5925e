using System.Net;
using LogicAppUnit;
using LogicAppUnit.Helper;

namespace B2BConnector.Workflows.Tests.Units;

/// <summary>
/// What a trigger's schema refuses starts no run: the caller gets 400. LogicAppUnit 1.12 cannot say so, it fails where it looks for the run.
/// </summary>
public sealed class BadInputInProcessTests : WorkflowTestBase
{
    private static readonly string[] Workflows = ["create-lead", "ensure-customers", "decide-prospect", "mirror-decision", "verify-installation"];
    private static readonly string[] Bodies = ["{}", "[]", "null", "\"text\"", """{"legalEntity":"usrt"}""", """{"legalEntity":"","prospectId":"","verification":""}""", """{"legalEntity":7,"prospectId":7,"verification":7}"""];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var workflow in Workflows)
            {
                foreach (var body in Bodies)
                {
                    cases.Add(workflow, body);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Body_ThatTheSchemaRefuses_StartsNoRun(string workflow, string body)
    {
        Initialize(ProjectVariant.Original, workflow);
        using var runner = CreateTestRunner();

        using var response = runner.TriggerWorkflow(ContentHelper.CreateJsonStringContent(body), HttpMethod.Post);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(runner.MockRequests);
        Assert.Contains("no run", Assert.Throws<TestException>(() => runner.WorkflowRunStatus).Message, StringComparison.Ordinal);
    }
}
