namespace B2BConnector.Workflows.Tests.Units.LeadDisqualified;

/// <summary>A seller disqualified a lead of Commerce.</summary>
public sealed class LeadDisqualifiedTests() : OneCallTests("lead-disqualified", "Decide_prospect");
