using B2BConnector.Connector.Features.Prospects;

namespace B2BConnector.Connector.Feed;

/// <summary>What one look at Commerce showed of one prospect. Null status: Commerce has no such row.</summary>
internal sealed record Sighting(string ProspectId, ProspectStatus? Status);
