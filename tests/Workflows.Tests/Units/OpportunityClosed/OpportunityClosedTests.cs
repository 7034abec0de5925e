namespace B2BConnector.Workflows.Tests.Units.OpportunityClosed;

/// <summary>A seller closed an opportunity of a prospect.</summary>
public sealed class OpportunityClosedTests() : OneCallTests("opportunity-closed", "Decide_prospect");
