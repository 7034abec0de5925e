namespace B2BConnector.Connector.Features.Partners;

/// <summary>Role of a user in a hierarchy, with the names and numbers of Commerce's CustHierarchyNodeRole.</summary>
internal enum PartnerUserRole
{
    Admin = 0,
    User = 1,
}
