using B2BConnector.Emulation.Faults;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Simulation;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>One way a story can go. All of them together pass every step that engine and connector have.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Action">What the seller does.</param>
internal sealed record CrashStory(string Name, SellerAction Action)
{
    /// <summary>Played on empty stores, and watched from the first start on.</summary>
    public bool IsFirstStart { get; init; }

    /// <summary>Stories of one variant share a sandbox.</summary>
    public CrashVariant Variant { get; init; } = CrashVariant.Plain;

    public bool ViaConnector { get; init; }

    /// <summary>Between the qualification and the close.</summary>
    public TimeSpan CloseAfter { get; init; } = TimeSpan.FromMinutes(2);

    public HeadquartersAction Headquarters { get; init; }

    public IReadOnlyList<FaultRule> GatewayFaults { get; init; } = [];

    public IReadOnlyList<FaultRule> CommerceFaults { get; init; } = [];

    public IReadOnlyList<FaultRule> DataverseFaults { get; init; } = [];

    /// <summary>A sync issue must come of it.</summary>
    public bool EndsInIssue { get; init; }

    /// <summary>How often the administrator sets an issue to Retry before the cause is mended.</summary>
    public int HastyRetries { get; init; }

    /// <summary>What a person does before the others begin.</summary>
    public Func<CrashCast, SimulatedStory, Task>? Prelude { get; init; }

    /// <summary>What else a person does, after the others.</summary>
    public Func<CrashCast, SimulatedStory, Task>? Aside { get; init; }

    /// <summary>Beginnings of what may stay, because it is left to a person.</summary>
    public IReadOnlyList<string> Excused { get; init; } = [];

    public SimulatedStory Make(int number) => new(StoryPlans.SampleOf("crash", number, Action, ViaConnector))
    {
        CloseAfter = CloseAfter,
        Headquarters = Headquarters,
        HeadquartersAfter = TimeSpan.FromMinutes(3),
    };
}
