using B2BConnector.Sandbox.Tests.Transport;

namespace B2BConnector.Sandbox.Tests.Unhappy;

/// <summary>The sandbox whose workflows call without managed connections.</summary>
public sealed class UnhappyHttpSandbox : UnhappySandbox
{
    private protected override Action<string> Change => HttpWorkflows.TakePlaceOf;
}
