using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Entities;

/// <summary>Customer hierarchies, misspelt as on the wire. They belong to no legal entity.</summary>
internal sealed class CustomerHiearchies : ICreatable, IUpdatable, IDeletable
{
    public static readonly EntityType Definition = new("CustomerHiearchy", "CustomerHiearchies", "CustomerHierarchyId", """
        CustomerHierarchyId String 20 readonly
        Name String 100
        Purpose CustHierarchyPurpose
        OrganizationPartyNumber String 40
        SellerChannel String 40
        CurrentVersion Int32 readonly
        """,
        "CustomerHierarchyEntity",
        new Navigation("CustomerHierarchyNode", "CustomerHierarchyNodes", Many: true, ("CustomerHierarchyId", "CustomerHierarchyId")),
        new Navigation("CDSParty", "CDSParties", Many: false, ("OrganizationPartyNumber", "PartyNumber")));

    public EntityType Type => Definition;

    public JObject Create(HeadquartersSession headquarters, JObject body) => HierarchyRegister.Create(headquarters, body);

    public void Update(HeadquartersSession headquarters, JObject row, JObject changes)
    {
        row.Merge(changes);
        HierarchyRegister.Check(headquarters, row);
        headquarters.Save(Definition, row);
    }

    public void Delete(HeadquartersSession headquarters, JObject row) => HierarchyRegister.Delete(headquarters, row);
}
