#r "Newtonsoft.Json"
#r "Microsoft.Azure.Workflows.Scripting"

using Microsoft.Azure.Workflows.Scripting;
using Newtonsoft.Json.Linq;

// The one place to change which column of account and contact goes to which field of the customers.
public static async Task<Results> Run(WorkflowContext context)
{
    var lead = (JObject)(await context.GetActionResults("Read_lead")).Outputs["body"];
    var opportunity = (string)lead["_qualifyingopportunityid_value"] == null || HasBoth(lead)
        ? null
        : (await context.GetActionResults("Read_opportunity")).Outputs?["body"] as JObject;

    var account = Row(lead, "parentaccountid") ?? Row(opportunity, "parentaccountid");
    var contact = Row(lead, "parentcontactid") ?? Row(opportunity, "parentcontactid");
    if (account == null || contact == null)
    {
        var missing = account == null && contact == null ? "neither an account nor a contact" : account == null ? "no account" : "no contact";
        throw new InvalidOperationException("The lead has " + missing
            + ", and its opportunity has none either. Put the account and the contact on the lead or on the opportunity.");
    }

    return new Results
    {
        AccountId = (string)account["accountid"],
        AccountNumber = (string)account["b2b_customeraccount"],
        ContactId = (string)contact["contactid"],
        ContactNumber = (string)contact["b2b_customeraccount"],
        Organization = WithoutNulls(new JObject
        {
            ["name"] = account["name"],
            ["phone"] = account["telephone1"],
            ["email"] = account["emailaddress1"],
            ["website"] = account["websiteurl"],
            ["address"] = WithoutNulls(new JObject
            {
                ["street"] = account["address1_line1"],
                ["city"] = account["address1_city"],
                ["county"] = account["address1_county"],
                ["state"] = account["address1_stateorprovince"],
                ["zipCode"] = account["address1_postalcode"],
                ["postBox"] = account["address1_postofficebox"],
                ["country"] = account["address1_country"],
            }),
        }),
        Person = WithoutNulls(new JObject
        {
            ["firstName"] = contact["firstname"],
            ["lastName"] = contact["lastname"],
            ["email"] = contact["emailaddress1"],
            ["phone"] = contact["telephone1"],
        }),
    };
}

static bool HasBoth(JObject row) => Row(row, "parentaccountid") != null && Row(row, "parentcontactid") != null;

static JObject Row(JObject parent, string lookup) => parent?[lookup] as JObject;

static JObject WithoutNulls(JObject row)
{
    foreach (var empty in row.Properties().Where(p => p.Value is JValue { Value: null }).ToList()) empty.Remove();
    return row;
}

public class Results
{
    public string AccountId { get; set; }
    public string AccountNumber { get; set; }
    public string ContactId { get; set; }
    public string ContactNumber { get; set; }
    public JObject Organization { get; set; }
    public JObject Person { get; set; }
}
