namespace B2BConnector.Commerce.Mail;

/// <summary>The two mails of a decision.</summary>
/// <param name="Name">Value of RetailEventNotificationSettings.NotificationType. Assumed: the documents give only the labels.</param>
/// <param name="Suffix">How the file of the mail ends.</param>
internal sealed record NotificationType(string Name, string Suffix)
{
    /// <summary>"B2B prospect approved".</summary>
    public static NotificationType Approved { get; } = new("B2BProspectApproved", "approved");

    /// <summary>"B2B prospect rejected".</summary>
    public static NotificationType Rejected { get; } = new("B2BProspectRejected", "rejected");
}
