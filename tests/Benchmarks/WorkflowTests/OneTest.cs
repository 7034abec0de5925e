using LogicAppUnit;
using LogicAppUnit.Helper;
using LogicAppUnit.Mocking;

namespace B2BConnector.Benchmarks.WorkflowTests;

/// <summary>A plain workflow test as a maker writes it, from a new instance of its class to the end of its runner.</summary>
internal sealed class OneTest : WorkflowTestBase
{
    private const string Key = """{"legalEntity":"usrt","prospectId":"P-000042","b2b_legalentity":"usrt","b2b_prospectid":"P-000042"}""";
    private const string Prospect = """{"legalEntity":"usrt","prospectId":"P-000042","status":"Approved","hierarchy":{"hierarchyId":"H-000007"}}""";
    private const string Lead = """{"leadid":"7e8f1a52-0c6d-4d0b-8b0e-0d1f6f1d2a01","statecode":0,"b2b_prospectstatus":726000000}""";

    /// <returns>True when the run ended well.</returns>
    public bool Play(string folder, string workflow)
    {
        Initialize(folder, workflow);
        using var runner = CreateTestRunner();
        Answer(runner, "Get_prospect", Prospect);
        Answer(runner, "Read_lead", Lead);
        using var response = runner.TriggerWorkflow(ContentHelper.CreateJsonStringContent(Key), HttpMethod.Post);
        return runner.WorkflowRunStatus == WorkflowRunStatus.Succeeded && runner.GetWorkflowActionStatus("Track_prospect") == ActionStatus.Succeeded;
    }

    private static void Answer(ITestRunner runner, string action, string json) =>
        runner.AddMockResponse(MockRequestMatcher.Create().FromAction(action)).RespondWith(MockResponseBuilder.Create().WithContentAsJson(json));
}
