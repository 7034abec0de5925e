using LogicAppUnit;

namespace B2BConnector.Workflows.Tests.InProcess;

/// <summary>The types of LogicAppUnit 1.12 are all there, and no other one. Truth: reflection over the package.</summary>
public sealed class SurfaceTests
{
    private static readonly string[] Types =
    [
        "LogicAppUnit.ActionStatus", "LogicAppUnit.Helper.ContentHelper", "LogicAppUnit.Helper.ResourceHelper", "LogicAppUnit.ITestRunner", "LogicAppUnit.MockRequest",
        "LogicAppUnit.Mocking.IMockRequestMatcher", "LogicAppUnit.Mocking.IMockResponse", "LogicAppUnit.Mocking.IMockResponseBuilder", "LogicAppUnit.Mocking.MockRequestMatcher",
        "LogicAppUnit.Mocking.MockResponse", "LogicAppUnit.Mocking.MockResponseBuilder", "LogicAppUnit.Mocking.PathMatchType", "LogicAppUnit.TestConfiguration",
        "LogicAppUnit.TestConfigurationAzurite", "LogicAppUnit.TestConfigurationLogging", "LogicAppUnit.TestConfigurationRunner", "LogicAppUnit.TestConfigurationWorkflow",
        "LogicAppUnit.TestException", "LogicAppUnit.TestRunner", "LogicAppUnit.WorkflowRunStatus", "LogicAppUnit.WorkflowTestBase", "LogicAppUnit.WorkflowTestInput",
        "LogicAppUnit.WorkflowType", "LogicAppUnit.Wrapper.CsxWrapper",
    ];

    [Fact]
    public void Types_Exported_AreThoseOfThePackage() =>
        Assert.Equal(Types, typeof(ITestRunner).Assembly.GetExportedTypes().Select(type => type.FullName!).Order(StringComparer.Ordinal));
}
