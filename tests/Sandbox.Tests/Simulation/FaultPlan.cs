using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using B2BConnector.Dataverse.Faults;
using B2BConnector.Emulation.Faults;
using B2BConnector.Host;

namespace B2BConnector.Sandbox.Tests.Simulation;

/// <summary>
/// Faults from a seed. What happens to a request follows from the seed, the address and how often that address was asked before, not from
/// the order in which different requests arrive: the same seed gives the same faults.
/// </summary>
internal sealed partial class FaultPlan(int seed, double share)
{
    private static readonly FaultKind[] Kinds = Enum.GetValues<FaultKind>();
    private static readonly CallbackFaultKind[] CallbackKinds = Enum.GetValues<CallbackFaultKind>();
    private static readonly TimeSpan LongestOfFunctions = TimeSpan.FromSeconds(30);
    private readonly FaultSwitches _commerce = new();
    private readonly FaultSwitches _dataverse = new();
    private readonly FaultSwitches _gateway = new();
    private readonly CallbackFaultSwitches _callbacks = new();
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);

    /// <summary>How many faults happened, by kind.</summary>
    public IReadOnlyDictionary<FaultKind, int> Injected => Kinds.ToDictionary(kind => kind, kind => _commerce.Injected[kind] + _dataverse.Injected[kind] + _gateway.Injected[kind]);

    public void Install(SandboxHooks hooks)
    {
        hooks.Commerce = options => options.Faults = _commerce;
        hooks.Dataverse = options => (options.Faults, options.CallbackFaults) = (_dataverse, _callbacks);
        hooks.Gateway = options => options.Faults = _gateway;
    }

    public void Begin()
    {
        _commerce.Script = _dataverse.Script = _gateway.Script = Decide;
        _callbacks.Script = Decide;
    }

    public void End()
    {
        _commerce.Clear();
        _dataverse.Clear();
        _gateway.Clear();
        _callbacks.Clear();
    }

    private FaultRule? Decide(FaultRequest request)
    {
        // The people of the stories are the source of truth: what they did must be known. The site repeats under its form token.
        if (request.Caller is "sandbox-administrator" or "sandbox-seller" || request.Path.StartsWith("/jobs", StringComparison.Ordinal))
        {
            return null;
        }

        var address = $"{request.System} {request.Method} {request.Path} {Changing().Replace(request.Query, "")}";
        var random = new Random(Hash($"{seed} {address} {_asked.AddOrUpdate(address, 1, (_, count) => count + 1)}"));
        if (random.NextDouble() >= share)
        {
            return null;
        }

        var kind = Kinds[random.Next(Kinds.Length)];
        return new FaultRule
        {
            Kind = kind,
            RetryAfter = Bearable(request, kind == FaultKind.Throttle ? TimeSpan.FromSeconds(random.Next(1, 60)) : null),
            Delay = kind switch
            {
                FaultKind.Slow => TimeSpan.FromSeconds(random.Next(1, 40)),
                FaultKind.Timeout => TimeSpan.FromMinutes(10),
                _ => null,
            },
        };
    }

    /// <summary>
    /// What a custom function waits for, it waits for itself and in real time, which the clock of a simulation does not shorten. Longer waits it
    /// leaves to the workflow. Only functions send batches.
    /// </summary>
    private static TimeSpan? Bearable(FaultRequest request, TimeSpan? wait) =>
        request.Path.EndsWith("/$batch", StringComparison.Ordinal) && !(wait > LongestOfFunctions) ? TimeSpan.Zero : wait;

    /// <summary>One in three is lost, late, doubled or out of order.</summary>
    private CallbackFault? Decide(CallbackInfo callback)
    {
        var random = new Random(Hash($"{seed} callback {callback.Job}"));
        return random.Next(3) > 0 ? null : new CallbackFault
        {
            Kind = CallbackKinds[random.Next(CallbackKinds.Length)],
            Delay = TimeSpan.FromSeconds(random.Next(1, 1200)),
        };
    }

    private static int Hash(string text)
    {
        var hash = 17;
        foreach (var character in text)
        {
            hash = unchecked((hash * 31) + character);
        }

        return hash;
    }

    public override string ToString() => string.Join(
        ", ",
        Injected.Select(kind => $"{kind.Key} {kind.Value}").Concat(_callbacks.Injected.Where(kind => kind.Value > 0).Select(kind => $"callbacks {kind.Key} {kind.Value}")));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Changing();
}
