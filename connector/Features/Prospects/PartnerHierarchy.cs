namespace B2BConnector.Connector.Features.Prospects;

/// <summary>A hierarchy found for a prospect. Without administrator nobody can sign in.</summary>
internal sealed record PartnerHierarchy(string HierarchyId, string? Name, string? AdministratorParty);
