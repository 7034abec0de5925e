using B2BConnector.Emulation.Faults;
using B2BConnector.Host;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>What else goes wrong in a story, besides the death of a process: the steps that handle a failure must survive one too.</summary>
internal sealed class CrashFaults
{
    private readonly FaultSwitches _gateway = new();
    private readonly FaultSwitches _commerce = new();
    private readonly FaultSwitches _dataverse = new();

    public void Install(SandboxHooks hooks)
    {
        hooks.Gateway += options => options.Faults = _gateway;
        hooks.Commerce += options => options.Faults = _commerce;
        hooks.Dataverse += options => options.Faults = _dataverse;
    }

    public void Begin(CrashStory story)
    {
        foreach (var rule in story.GatewayFaults)
        {
            _gateway.Add(rule);
        }

        foreach (var rule in story.CommerceFaults)
        {
            _commerce.Add(rule);
        }

        foreach (var rule in story.DataverseFaults)
        {
            _dataverse.Add(rule);
        }
    }

    /// <summary>Somebody mended everything.</summary>
    public void End()
    {
        _gateway.Clear();
        _commerce.Clear();
        _dataverse.Clear();
    }

    /// <summary>Until somebody mends it.</summary>
    public static FaultRule Always(FaultKind kind, string route) => new() { Kind = kind, Route = route, Times = 1000 };

    public static FaultRule Once(FaultKind kind, string route) => new() { Kind = kind, Route = route };
}
