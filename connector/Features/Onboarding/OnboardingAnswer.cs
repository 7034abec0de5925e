using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Onboarding;

/// <summary>Answer of SubmitOnboardingRequest.</summary>
internal sealed record OnboardingAnswer
{
    [Field("Legal Entity", "Code of the legal entity in Commerce, in lower case.")]
    public string? LegalEntity { get; init; }

    [Field("Confirmation ID", "Number under which the channel keeps the request until the jobs of Commerce make it a prospect.")]
    public string? ConfirmationId { get; init; }

    [Field("Prospect ID", "Number of the prospect, when Commerce has made it already.")]
    public string? ProspectId { get; init; }
}
