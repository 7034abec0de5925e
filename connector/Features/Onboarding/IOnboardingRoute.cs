using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Configuration;

namespace B2BConnector.Connector.Features.Onboarding;

/// <summary>One way in for onboarding requests.</summary>
internal interface IOnboardingRoute
{
    OnboardingRoute Route { get; }

    Task<OnboardingAnswer> SubmitAsync(string legalEntity, ChannelRow channel, OnboardingRequest request, CancellationToken cancel);
}
