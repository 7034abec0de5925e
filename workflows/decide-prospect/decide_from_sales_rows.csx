#r "Newtonsoft.Json"
#r "Microsoft.Azure.Workflows.Scripting"

using Microsoft.Azure.Workflows.Scripting;
using Newtonsoft.Json.Linq;

// What the Sales rows of a prospect say now. An event is only a hint: it may be late, doubled or out of order,
// so the decision follows from the rows alone and comes out the same however often it is asked for.
public static async Task<Results> Run(WorkflowContext context)
{
    // The lead came with an opportunity that was made from it, or was read by itself.
    var withLead = ((JArray)(await context.GetActionResults("Opportunities_of_its_lead")).Outputs["body"]).FirstOrDefault();
    var lead = (JObject)(withLead != null ? withLead["originatingleadid"] : (await context.GetActionResults("Read_lead")).Outputs["body"]);
    var opportunities = ((JArray)(await context.GetActionResults("List_opportunities_of_prospect")).Outputs["body"]["value"])
        .Select(row => (int)row["statecode"]).ToList();

    const int Open = 0, Won = 1, Lost = 2, Qualified = 1, Disqualified = 2;
    var leadState = (int)lead["statecode"];
    var merged = (bool?)lead["merged"] ?? false;

    var (decision, reason) =
        opportunities.Contains(Won) ? ("approve", "An opportunity of the prospect is won.")
        : opportunities.Contains(Open) ? ("wait", "An opportunity of the prospect is still open.")
        : opportunities.Contains(Lost) ? ("reject", "Every opportunity of the prospect is lost.")
        : merged ? throw new InvalidOperationException("The lead was merged into another one, which decides nothing about its prospect."
            + " Approve or reject the prospect in Commerce headquarters, then close this issue.")
        : leadState == Disqualified ? ("reject", "The lead is disqualified.")
        : ("wait", "Nothing is decided in Sales.");

    var customersKnown = HasNumber(lead, "parentaccountid") && HasNumber(lead, "parentcontactid");
    return new Results
    {
        Decision = decision,
        Reason = reason,
        CustomersKnown = customersKnown,
        CustomersDue = leadState == Qualified && !customersKnown,
    };
}

static bool HasNumber(JObject lead, string lookup) =>
    !string.IsNullOrEmpty((string)(lead[lookup] as JObject)?["b2b_customeraccount"]);

public class Results
{
    public string Decision { get; set; }
    public string Reason { get; set; }
    public bool CustomersKnown { get; set; }
    public bool CustomersDue { get; set; }
}
