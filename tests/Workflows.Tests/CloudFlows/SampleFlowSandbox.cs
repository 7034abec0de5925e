using B2BConnector.Workflows.Tests.Support;

namespace B2BConnector.Workflows.Tests.CloudFlows;

/// <summary>A sandbox in which the flows of <c>solution/flows</c> run beside the workflows.</summary>
public sealed class SampleFlowSandbox : IAsyncLifetime
{
    internal TestSandbox Sandbox { get; private set; } = null!;

    public async Task InitializeAsync() => Sandbox = await TestSandbox.StartAsync(flows: "solution/flows");

    public async Task DisposeAsync() => await Sandbox.DisposeAsync();
}
