namespace B2BConnector.Emulation.Faults;

/// <summary>What is said where failures must not be asked for: everywhere but on a developer's machine.</summary>
public static class FaultPolicy
{
    /// <summary>403, the answer of the routes that set switches.</summary>
    public static EmulatorFault Refusal(string system) => new(403, "SBX0600", Why(system));

    /// <summary>Makes the switches refuse.</summary>
    /// <exception cref="SandboxStartException">Some are on already.</exception>
    public static void Refuse<TKind, TRule, TSubject>(Switchboard<TKind, TRule, TSubject> switches, string system)
        where TKind : struct, Enum
        where TRule : class, IFaultRule<TKind, TSubject>
    {
        if (!switches.Forbid(Why(system)))
        {
            throw new SandboxStartException(Why(system));
        }
    }

    private static string Why(string system) =>
        $"{system}: fault switches work in Development only, and this system was started for another environment. Start it with DOTNET_ENVIRONMENT=Development, or leave the switches alone.";
}
