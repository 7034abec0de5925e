using B2BConnector.Host.Demo;

namespace B2BConnector.Sandbox.Tests.Simulation;

/// <summary>What the person in Commerce headquarters does with a prospect.</summary>
internal enum HeadquartersAction
{
    Nothing,
    Approve,
    Reject,
}

/// <summary>One story: what its people will do and when, all from the seed; and what they did.</summary>
internal sealed class SimulatedStory(Sample sample)
{
    public Story Story { get; } = new(sample);

    public Sample Sample => Story.Sample;

    /// <summary>When the form is sent, after the start of the simulation.</summary>
    public TimeSpan SubmitAfter { get; init; }

    /// <summary>How often the button is pressed.</summary>
    public int Presses { get; init; } = 1;

    /// <summary>How long the seller thinks before touching the lead.</summary>
    public TimeSpan ThinkAfter { get; init; }

    /// <summary>How long the opportunity stays open.</summary>
    public TimeSpan CloseAfter { get; init; }

    public HeadquartersAction Headquarters { get; init; }

    /// <summary>How long after the prospect appeared headquarters decides.</summary>
    public TimeSpan HeadquartersAfter { get; init; }

    /// <summary>The decision that Commerce took from headquarters; null when there was none or Commerce refused it.</summary>
    public string? DecidedInHeadquarters { get; set; }

    public override string ToString() =>
        $"{Sample.Id} {Story.Key} {Sample.Action}{(Headquarters == HeadquartersAction.Nothing ? "" : $" headquarters {Headquarters}")}{(Presses > 1 ? $" pressed {Presses} times" : "")}";
}
