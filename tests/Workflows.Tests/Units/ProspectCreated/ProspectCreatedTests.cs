namespace B2BConnector.Workflows.Tests.Units.ProspectCreated;

/// <summary>Commerce has a new prospect.</summary>
public sealed class ProspectCreatedTests() : OneCallTests("prospect-created", "Create_lead");
