using B2BConnector.Commerce.Headquarters;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Site;

/// <summary>Makes the prospect of a staged request.</summary>
internal static class ProspectOfRequest
{
    /// <exception cref="FinOpsFault">Headquarters does not accept a value; the row stays in staging.</exception>
    public static JObject Create(HeadquartersSession headquarters, JObject request)
    {
        var channel = ChannelDatabase.Channel(headquarters, request.Text("channelId"));
        var form = (JObject)request["form"]!;
        var prospect = new JObject
        {
            ["dataAreaId"] = channel.Text("DefaultCustomerLegalEntity"),
            ["IsB2BProspect"] = "Yes",
            ["RetailChannelOperatingUnitPartyNumber"] = channel.Text("OperatingUnitPartyNumber"),

            // Assumed: the name of the prospect is the requester's, as dual-write maps it to the full name of the lead.
            ["ProspectName"] = $"{form.Text("firstName")} {form.Text("lastName")}",
        };
        foreach (var field in OnboardingForm.Fields.Where(field => field.Column.Length > 0 && form[field.Path] is not null))
        {
            prospect[field.Column] = form[field.Path]!.DeepClone();
        }

        if (form.Properties().Any(member => member.Name.StartsWith("address.", StringComparison.Ordinal)))
        {
            prospect["AddressLocationRoles"] = "Business";
            prospect["AddressDescription"] = form.Text("companyName") is { Length: > 60 } name ? name[..60] : form.Text("companyName");
        }

        return ProspectRegister.Register(headquarters, prospect, form.Text("firstName"), form.Text("lastName"));
    }
}
