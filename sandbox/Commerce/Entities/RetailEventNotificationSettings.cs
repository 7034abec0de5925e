using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Entities;

/// <summary>Which notification type sends which e-mail template. The strings of NotificationType are assumed.</summary>
internal sealed class RetailEventNotificationSettings : IUpdatable
{
    public static readonly EntityType Definition = new("RetailEventNotificationSetting", "RetailEventNotificationSettings", "dataAreaId NotificationType ProfileId", """
        dataAreaId String 4 readonly
        NotificationType String 60 readonly
        ProfileId String 10 readonly
        EmailId String 10
        Active NoYes
        """,
        "RetailEventNotificationSettingsEntity");

    public EntityType Type => Definition;

    public void Update(HeadquartersSession headquarters, JObject row, JObject changes)
    {
        row.Merge(changes);
        headquarters.Save(Definition, row);
    }
}
