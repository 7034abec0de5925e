using B2BConnector.Workflows.Tests.Support;

namespace B2BConnector.Workflows.Tests.Ownership;

/// <summary>One sandbox for the stories of the sellers.</summary>
public sealed class OwnerTeamSandbox : IAsyncLifetime
{
    internal TestSandbox Sandbox { get; private set; } = null!;

    public async Task InitializeAsync() => Sandbox = await TestSandbox.StartAsync();

    public async Task DisposeAsync() => await Sandbox.DisposeAsync();
}
