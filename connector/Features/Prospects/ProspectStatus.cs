namespace B2BConnector.Connector.Features.Prospects;

/// <summary>Status of a prospect, with the names and numbers of Commerce's RetailB2BProspectStatus.</summary>
internal enum ProspectStatus
{
    Pending = 0,
    Approved = 1,
    Rejected = 2,
    Unknown = 3,
}
