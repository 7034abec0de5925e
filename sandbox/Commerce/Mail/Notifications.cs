using B2BConnector.Commerce.Entities;
using B2BConnector.Commerce.Headquarters;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Mail;

/// <summary>
/// Queues the mail of a decision at the moment of the decision, once per (prospect, type), and only if the channel's notification profile
/// maps the type to a template. Sending is the work of the job.
/// </summary>
internal static class Notifications
{
    public const string Queued = "Queued";

    public const string Table = "MailQueue";

    public static void Queue(HeadquartersSession headquarters, JObject prospect, NotificationType type)
    {
        var (company, id) = (prospect.Text("dataAreaId"), prospect.Text("ProspectId"));
        var key = string.Join('|', company, id, type.Suffix);
        var channel = ChannelRegister.Of(headquarters, prospect);
        if (channel is null || headquarters.Store.Get(Table, key) is not null || Setting(headquarters, company, channel, type) is not { } setting)
        {
            return;
        }

        var (subject, html) = MailTemplates.Render(setting.Text("EmailId"), prospect.Text("LanguageId"), Placeholders(headquarters, prospect, channel, type));
        headquarters.Store.Put(Table, key, new JObject
        {
            ["legalEntity"] = company,
            ["prospectId"] = id,
            ["type"] = type.Name,
            ["file"] = $"{company}-{id}-{type.Suffix}.eml",
            ["to"] = prospect.Text("PrimaryEmailAddress"),
            ["from"] = $"b2b@{company}.contoso.example",
            ["subject"] = subject,
            ["html"] = html,
            ["queuedAt"] = headquarters.Options.Time.GetUtcNow().ToString("O"),
            ["state"] = Queued,
        });
    }

    private static JObject? Setting(HeadquartersSession headquarters, string company, JObject channel, NotificationType type) =>
        headquarters.Find(RetailEventNotificationSettings.Definition, company, type.Name, channel.Text("EmailNotificationProfile")) is { } setting
        && setting.Is("Active", "Yes") && setting.Text("EmailId").Length > 0 ? setting : null;

    private static Dictionary<string, string> Placeholders(HeadquartersSession headquarters, JObject prospect, JObject channel, NotificationType type)
    {
        var party = headquarters.Find(CDSParties.Definition, prospect.Text("ProspectPartyNumber")) ?? [];
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["firstname"] = party.Text("PersonFirstName"),
            ["lastname"] = party.Text("PersonLastName"),
            ["company"] = prospect.Text("CompanyName"),
        };
        if (type == NotificationType.Approved)
        {
            values["email"] = prospect.Text("PrimaryEmailAddress");
            values["zipcode"] = prospect.Text("AddressZipCode");
            values["comments"] = prospect.Text("Note");
            values["storename"] = ChannelRegister.Name(headquarters, channel);
            values["storeurl"] = ""; // empty unless an extension fills it
        }

        return values;
    }
}
