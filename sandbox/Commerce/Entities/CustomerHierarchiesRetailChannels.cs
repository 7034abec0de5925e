using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Entities;

/// <summary>Channels a hierarchy is restricted to (10.0.38 and later). A hierarchy without any is served by all. Assumed: the type of Channel, a RetailChannelId.</summary>
internal sealed class CustomerHierarchiesRetailChannels : ICreatable, IDeletable
{
    public static readonly EntityType Definition = new("CustomerHierarchyRetailChannel", "CustomerHierarchiesRetailChannels", "Channel CustHierarchyId", """
        Channel String 10 readonly
        CustHierarchyId String 20 readonly
        """,
        "CustomerHierarchyRetailChannelEntity");

    public EntityType Type => Definition;

    public JObject Create(HeadquartersSession headquarters, JObject body)
    {
        var infolog = new List<string>();
        if (!headquarters.Exists(OnlineChannelV2s.Definition, body.Text("Channel")))
        {
            infolog.Add(FinOpsErrors.NotRelated(body.Text("Channel"), "Channel", "Online channels"));
        }

        if (!headquarters.Exists(CustomerHiearchies.Definition, body.Text("CustHierarchyId")))
        {
            infolog.Add(FinOpsErrors.NotRelated(body.Text("CustHierarchyId"), "Customer hierarchy ID", "Customer hierarchies"));
        }

        if (infolog.Count > 0)
        {
            throw FinOpsErrors.WriteFailed(Definition, "CE0212", infolog);
        }

        return headquarters.Exists(Definition, body.Text("Channel"), body.Text("CustHierarchyId"))
            ? throw FinOpsErrors.Duplicate(Definition, $"Channel: {body.Text("Channel")}, customer hierarchy ID: {body.Text("CustHierarchyId")}")
            : headquarters.Insert(Definition, body);
    }

    public void Delete(HeadquartersSession headquarters, JObject row) => headquarters.Delete(Definition, row);
}
