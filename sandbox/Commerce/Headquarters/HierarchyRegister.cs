using B2BConnector.Commerce.Entities;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Headquarters;

/// <summary>Customer hierarchies and their nodes. The number sequence is the one bound to "Customer hierarchy ID", shared by all legal entities.</summary>
internal static class HierarchyRegister
{
    public const string Admin = "Admin";

    public static JObject Create(HeadquartersSession headquarters, JObject row)
    {
        Check(headquarters, row);
        if (row.Text("CustomerHierarchyId").Length == 0)
        {
            row["CustomerHierarchyId"] = headquarters.NextNumber("CustomerHierarchyId", "CH-", 6);
        }
        else if (headquarters.Exists(CustomerHiearchies.Definition, row.Text("CustomerHierarchyId")))
        {
            throw FinOpsErrors.Duplicate(CustomerHiearchies.Definition, "Customer hierarchy ID: " + row.Text("CustomerHierarchyId"));
        }

        row["Purpose"] ??= "B2BOrganization";
        row["CurrentVersion"] = 1;
        return headquarters.Insert(CustomerHiearchies.Definition, row);
    }

    public static void Check(HeadquartersSession headquarters, JObject row)
    {
        var infolog = new List<string>();
        if (row.Text("Name").Length == 0)
        {
            infolog.Add(FinOpsErrors.MustBeFilled("Name"));
        }

        var organization = headquarters.Find(CDSParties.Definition, row.Text("OrganizationPartyNumber"));
        if (organization?.Is("PartyType", PartyRegister.Organization) != true)
        {
            infolog.Add(FinOpsErrors.NotRelated(row.Text("OrganizationPartyNumber"), "Organization", "Customers of type Organization"));
        }

        if (infolog.Count > 0)
        {
            throw FinOpsErrors.WriteFailed(CustomerHiearchies.Definition, "CE0204", infolog);
        }
    }

    public static JObject AddNode(HeadquartersSession headquarters, JObject row)
    {
        var hierarchy = headquarters.Find(CustomerHiearchies.Definition, row.Text("CustomerHierarchyId"));
        var infolog = new List<string>();
        if (hierarchy is null)
        {
            infolog.Add(FinOpsErrors.NotRelated(row.Text("CustomerHierarchyId"), "Customer hierarchy ID", "Customer hierarchies"));
        }

        if (!headquarters.Exists(CDSParties.Definition, row.Text("NodePartyNumber")))
        {
            infolog.Add(FinOpsErrors.NotRelated(row.Text("NodePartyNumber"), "Party ID", "Parties"));
        }

        if (infolog.Count > 0)
        {
            throw FinOpsErrors.WriteFailed(CustomerHierarchyNodes.Definition, "CE0205", infolog);
        }

        var before = headquarters.Find(CustomerHierarchyNodes.Definition, row.Text("CustomerHierarchyId"), row.Text("NodePartyNumber"));
        if (before is not null && IsPresent(before))
        {
            throw FinOpsErrors.Duplicate(CustomerHierarchyNodes.Definition, $"Customer hierarchy ID: {row.Text("CustomerHierarchyId")}, party: {row.Text("NodePartyNumber")}");
        }

        row["NodeType"] ??= "Customer";
        row["Role"] ??= "User";
        row["VersionAdded"] = hierarchy!["CurrentVersion"]!.DeepClone();
        if (before is null)
        {
            return headquarters.Insert(CustomerHierarchyNodes.Definition, row);
        }

        // A member who comes back keeps the row.
        before.Merge(row);
        before["VersionRemoved"] = 0;
        headquarters.Save(CustomerHierarchyNodes.Definition, before);
        return before;
    }

    public static void RemoveNode(HeadquartersSession headquarters, JObject node)
    {
        var hierarchy = headquarters.Find(CustomerHiearchies.Definition, node.Text("CustomerHierarchyId"))!;
        hierarchy["CurrentVersion"] = (int)hierarchy["CurrentVersion"]! + 1;
        headquarters.Save(CustomerHiearchies.Definition, hierarchy);
        if (headquarters.Options.RemovedMembersStay)
        {
            node["VersionRemoved"] = hierarchy["CurrentVersion"]!.DeepClone();
            headquarters.Save(CustomerHierarchyNodes.Definition, node);
        }
        else
        {
            headquarters.Delete(CustomerHierarchyNodes.Definition, node);
        }
    }

    public static bool IsPresent(JObject node) => ((int?)node["VersionRemoved"] ?? 0) == 0;

    public static void Delete(HeadquartersSession headquarters, JObject hierarchy)
    {
        foreach (var node in headquarters.Where(CustomerHierarchyNodes.Definition, node => node.Is("CustomerHierarchyId", hierarchy.Text("CustomerHierarchyId"))))
        {
            headquarters.Delete(CustomerHierarchyNodes.Definition, node);
        }

        headquarters.Delete(CustomerHiearchies.Definition, hierarchy);
    }

    /// <summary>Members as of now.</summary>
    public static IEnumerable<JObject> Nodes(HeadquartersSession headquarters, string hierarchyId) =>
        headquarters.Where(CustomerHierarchyNodes.Definition, node => node.Is("CustomerHierarchyId", hierarchyId) && IsPresent(node));
}
