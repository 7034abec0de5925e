namespace B2BConnector.Workflows.Tests.Units.LeadQualified;

/// <summary>A seller qualified a lead of Commerce.</summary>
public sealed class LeadQualifiedTests() : OneCallTests("lead-qualified", "Ensure_customers");
