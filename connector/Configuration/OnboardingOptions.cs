namespace B2BConnector.Connector.Configuration;

/// <summary>Where onboarding requests go. Section <c>Onboarding</c>.</summary>
internal sealed class OnboardingOptions
{
    public const string Section = "Onboarding";

    /// <value>No default: unset, the operation answers 501 and says what to configure.</value>
    public OnboardingRoute? Route { get; set; }

    /// <summary>Path below the scale unit; without a query, api-version is added. No public one is documented: take it from its $metadata.</summary>
    /// <value>No default; needed by the route ScaleUnit.</value>
    public string? Path { get; set; }

    /// <summary>How the token is announced to the scale unit. Documents of Commerce say id_token.</summary>
    /// <value>The default is Bearer.</value>
    public string AuthorizationScheme { get; set; } = "Bearer";
}
