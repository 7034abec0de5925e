using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Configuration;

namespace B2BConnector.Connector.Features.Onboarding;

/// <summary>One way in for onboarding requests.</summary>
internal interface IOnboardingRoute
{
    OnboardingRoute Route { get; }

    /// <summary>How long after its submission a request may stay where nobody can see it.</summary>
    TimeSpan AppearsWithin { get; }

    /// <summary>Whether the same request under the same token is kept once, however often it is sent.</summary>
    bool RecognizesToken { get; }

    /// <param name="legalEntity">Legal entity of the channel.</param>
    /// <param name="channel">The channel it is for.</param>
    /// <param name="request">The checked form.</param>
    /// <param name="token">The same for every repetition of one request; null when nobody will repeat it.</param>
    /// <param name="cancel">Ends the call.</param>
    Task<OnboardingAnswer> SubmitAsync(string legalEntity, ChannelRow channel, OnboardingRequest request, Guid? token, CancellationToken cancel);
}
