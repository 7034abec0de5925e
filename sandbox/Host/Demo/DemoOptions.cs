namespace B2BConnector.Host.Demo;

/// <summary>How a demo is played.</summary>
/// <param name="SamplesFile">File with the onboarding requests.</param>
/// <param name="Json">The result goes to standard output as JSON.</param>
/// <param name="Keep">Goes on with data that is there, and leaves the data.</param>
/// <param name="Patience">How long each stage may take before what is missing is reported.</param>
internal sealed record DemoOptions(string SamplesFile, bool Json, bool Keep, TimeSpan Patience);
