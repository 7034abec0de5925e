namespace B2BConnector.Workflows.Tests.Units.ProspectDecided;

/// <summary>Somebody decided in Commerce headquarters.</summary>
public sealed class ProspectDecidedTests() : OneCallTests("prospect-decided", "Mirror_decision");
