using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Entities;

/// <summary>Members of a hierarchy and their role. DELETE removes the row, or sets VersionRemoved where the option says so: both are inferred.</summary>
internal sealed class CustomerHierarchyNodes : ICreatable, IUpdatable, IDeletable
{
    public static readonly EntityType Definition = new("CustomerHierarchyNode", "CustomerHierarchyNodes", "CustomerHierarchyId NodePartyNumber", """
        CustomerHierarchyId String 20 readonly
        NodePartyNumber String 40 readonly
        Role CustHierarchyNodeRole
        NodeType CustHierarchyNodeType
        VersionAdded Int32 readonly
        VersionRemoved Int32 readonly
        """,
        "CustomerHierarchyNodeEntity",
        new Navigation("CustomerHierarchy", "CustomerHiearchies", Many: false, ("CustomerHierarchyId", "CustomerHierarchyId")),
        new Navigation("CDSParty", "CDSParties", Many: false, ("NodePartyNumber", "PartyNumber")));

    public EntityType Type => Definition;

    public JObject Create(HeadquartersSession headquarters, JObject body) => HierarchyRegister.AddNode(headquarters, body);

    public void Update(HeadquartersSession headquarters, JObject row, JObject changes)
    {
        row.Merge(changes);
        headquarters.Save(Definition, row);
    }

    public void Delete(HeadquartersSession headquarters, JObject row) => HierarchyRegister.RemoveNode(headquarters, row);
}
