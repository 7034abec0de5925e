using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Mail;
using B2BConnector.Commerce.Operations;

namespace B2BConnector.Commerce.Jobs;

/// <summary>
/// Sends the queued notifications: writes each as a file of a fixed name, then marks it sent. Stopped in between, the next execution
/// writes the same file again, so that a mail is there exactly once.
/// </summary>
internal sealed class SendEmailJob : IJob
{
    public IReadOnlyList<string> Names { get; } = ["Send email notification", "send-email-notification"];

    public JobResult Run(CommerceSystem system) => system.Write(headquarters =>
    {
        var queued = headquarters.Store.Find(Notifications.Table, mail => mail.Is("state", Notifications.Queued)).ToList();
        foreach (var (key, mail) in queued)
        {
            if (system.Options.MailFolder is { } folder)
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(Path.Combine(folder, mail.Text("file")), EmlWriter.Write(mail));
            }

            mail["state"] = "Sent";
            mail["sentAt"] = system.Options.Time.GetUtcNow().ToString("O");
            headquarters.Store.Put(Notifications.Table, key, mail);
        }

        return new JobResult(queued.Count);
    });
}
