namespace B2BConnector.Connector.Configuration;

/// <summary>The two ways in for an onboarding request.</summary>
internal enum OnboardingRoute
{
    /// <summary>Through the scale unit, as the site does: the prospect appears after the jobs of Commerce.</summary>
    ScaleUnit,

    /// <summary>Straight into the table of prospects.</summary>
    Prospects,
}
