using System.Collections.Frozen;

namespace B2BConnector.Commerce.Model;

/// <summary>The enumerations of the served entities, symbols in the order of their values (0, 1, 2 ...).</summary>
internal static class EnumTypes
{
    public const string Namespace = "Microsoft.Dynamics.DataEntities";

    private static readonly FrozenDictionary<string, string[]> Types = new Dictionary<string, string[]>
    {
        ["NoYes"] = ["No", "Yes"],
        ["RetailB2BProspectStatus"] = ["Pending", "Approved", "Rejected", "Unknown"],
        ["CustVendorBlocked"] = ["No", "Invoice", "All", "Payment", "Requisition", "Never", "PurchOrder"],
        ["CustHierarchyPurpose"] = ["B2BOrganization"],
        ["CustHierarchyNodeRole"] = ["Admin", "User"],
        ["CustHierarchyNodeType"] = ["Customer"],
        ["LogisticsElectronicAddressMethodType"] = ["None", "Phone", "Email", "URL", "Telex", "Fax", "Facebook", "Twitter", "LinkedIn"],
        ["smmContactPersonCDSAssociatedContactType"] = ["Customer", "Vendor", "Contact", "NotSupported", "Prospect"],
        ["OnlineStoreCustomerType"] = ["B2C", "B2B"],
        ["RetailChannelType"] = ["RetailStore", "OnlineStore", "OnlineMarketplace", "SharePointOnlineStore", "MCRCallCenter"],
        ["RetailAddressBookType"] = ["Customer", "Employee"],
        ["BatchStatus"] = ["Hold", "Waiting", "Executing", "Error", "Finished", "Ready", "NotRun", "Cancelling", "Canceled", "Scheduled"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Types.Keys.Order(StringComparer.Ordinal);

    /// <summary>The symbols of a type named with its namespace, or null when it is not served.</summary>
    public static IReadOnlyList<string>? Find(string qualifiedName) =>
        qualifiedName.StartsWith(Namespace + ".", StringComparison.Ordinal) ? Types.GetValueOrDefault(qualifiedName[(Namespace.Length + 1)..]) : null;

    public static IReadOnlyList<string> Symbols(string type) => Types[type];
}
