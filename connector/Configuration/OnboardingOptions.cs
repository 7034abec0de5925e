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

    /// <summary>
    /// Says that the scale unit keeps a form once, however often it comes under the same header Idempotency-Key. Then a call that was
    /// cut off can be repeated at once; else its repetition waits for <see cref="JobsTake"/>. Set it only where that was seen.
    /// </summary>
    /// <value>The default is false: no document of Commerce names such a header.</value>
    public bool ScaleUnitKnowsToken { get; set; }

    /// <summary>How long a request may lie in the channel at most, until P-0001 and the synchronization have made a prospect of it.</summary>
    /// <value>The default is one hour.</value>
    public TimeSpan JobsTake { get; set; } = TimeSpan.FromHours(1);
}
