using B2BConnector.Connector.Commerce;

namespace B2BConnector.Connector.Features.Checks;

/// <summary>
/// Commerce mails a decision only when the channel's profile maps the notification to a template. Assumed: the values of
/// NotificationType; they are compared by their letters, so that "B2B prospect approved" and B2BProspectApproved are the same.
/// </summary>
internal sealed class MailCheck(CommerceChannels channels) : IEnvironmentCheck
{
    private static readonly string[] Types = ["B2B prospect approved", "B2B prospect rejected"];

    public string Code => "mail";

    public async Task RunAsync(string legalEntity, CheckFindings findings, CancellationToken cancel)
    {
        foreach (var channel in await channels.ListB2BAsync(legalEntity, cancel))
        {
            var id = channel.RetailChannelId ?? "";
            if (string.IsNullOrEmpty(channel.EmailNotificationProfile))
            {
                findings.Add(Code, CheckState.Failed, $"Channel {id} has no e-mail notification profile, so decisions are not mailed. Set it on the channel.");
                continue;
            }

            var settings = await channels.ListNotificationsAsync(legalEntity, channel.EmailNotificationProfile, cancel);
            foreach (var type in Types)
            {
                findings.Add(
                    Code,
                    settings.Any(setting => Letters(setting.NotificationType) == Letters(type) && setting.Active == "Yes" && !string.IsNullOrEmpty(setting.EmailId)),
                    $"Channel {id} mails '{type}'.",
                    $"Channel {id} does not mail '{type}'. Map it to a template in the e-mail notification profile {channel.EmailNotificationProfile} and make it active.");
            }
        }
    }

    private static string Letters(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
