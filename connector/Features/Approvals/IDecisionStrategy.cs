using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store;

namespace B2BConnector.Connector.Features.Approvals;

/// <summary>How a decision is brought about in Commerce. The configuration names one.</summary>
internal interface IDecisionStrategy
{
    /// <summary>Name in Decision:Strategy.</summary>
    string Name { get; }

    /// <summary>Brings a pending prospect to <paramref name="status"/>. The caller has checked that it may, holds the lease, and reads back.</summary>
    Task DecideAsync(ProspectKey key, ProspectRow prospect, ProspectStatus status, Lease lease);
}
