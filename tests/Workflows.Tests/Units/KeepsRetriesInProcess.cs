using LogicAppUnit;

namespace B2BConnector.Workflows.Tests.Units;

/// <summary>Tests in which the workflow repeats its calls as its retry policies say; LogicAppUnit takes them away for all tests or for none.</summary>
public abstract class KeepsRetriesInProcess(string workflow) : WorkflowTest(workflow)
{
    protected override void Configure(TestConfiguration configuration)
    {
        configuration.Workflow.RemoveHttpRetryConfiguration = false;
        configuration.Workflow.RemoveManagedApiConnectionRetryConfiguration = false;
    }
}
