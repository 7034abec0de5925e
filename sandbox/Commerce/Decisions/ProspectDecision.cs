using B2BConnector.Commerce.Entities;
using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Mail;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Decisions;

/// <summary>
/// The state machine of a prospect. From Pending to Approved or Rejected, once; the same decision again changes nothing; everything else
/// is refused, since no public document describes a way back.
/// </summary>
internal static class ProspectDecision
{
    /// <param name="headquarters">Where.</param>
    /// <param name="prospect">Which.</param>
    /// <param name="target">The status it gets.</param>
    /// <param name="hasEffects">Whether customers, hierarchy and mail come with it.</param>
    public static void Decide(HeadquartersSession headquarters, JObject prospect, string target, bool hasEffects)
    {
        var current = (string)Prospects.Definition.Value(prospect, "B2BProspectStatus")!;
        if (current == target)
        {
            return;
        }

        var (code, sentence) = (current, target) switch
        {
            ("Approved", "Rejected") => ("CE0301", "The prospect is approved already: an approval cannot be turned into a rejection. Its customers and hierarchy exist."),
            ("Rejected", "Approved") => ("CE0302", "The prospect is rejected already: it cannot be approved. A new onboarding request is needed."),
            ("Approved" or "Rejected", "Pending") => ("CE0303", $"The prospect is {current.ToLowerInvariant()}: it cannot go back to pending."),
            ("Unknown", _) => ("CE0304", "The prospect has the status Unknown: a person has to look at it before it can be decided."),
            (_, "Unknown") => ("CE0305", "The status Unknown cannot be set."),
            _ when !prospect.Is("IsB2BProspect", "Yes") => ("CE0306", "The prospect is not a B2B prospect: only B2B prospects can be approved or rejected."),
            _ => ("", ""),
        };
        if (code.Length > 0)
        {
            throw FinOpsErrors.WriteFailed(Prospects.Definition, code,
                sentence, "validateWrite failed on data source 'smmBusRelTable (smmBusRelTable)'");
        }

        prospect["B2BProspectStatus"] = target;
        headquarters.Save(Prospects.Definition, prospect);
        if (!hasEffects)
        {
            return;
        }

        if (target == "Approved")
        {
            ProspectApproval.Apply(headquarters, prospect);
        }

        Notifications.Queue(headquarters, prospect, target == "Approved" ? NotificationType.Approved : NotificationType.Rejected);
    }
}
