#r "Newtonsoft.Json"
#r "Microsoft.Azure.Workflows.Scripting"
#load "..\shared\derived_id.csx"

using Microsoft.Azure.Workflows.Scripting;
using Newtonsoft.Json.Linq;

// What a decision made in Commerce headquarters means for the Sales rows of the prospect.
// Follows from the rows alone: asked twice, the second answer is that nothing is due.
public static async Task<Results> Run(WorkflowContext context)
{
    var prospect = (JObject)(await context.GetActionResults("Get_prospect")).Outputs["body"];
    var lead = (JObject)(await context.GetActionResults("Read_lead")).Outputs["body"];
    var policy = (string)(await context.GetActionResults("Policy")).Outputs["onHeadquartersDecision"];

    const int Open = 0, Qualified = 1;
    var key = prospect["legalEntity"] + ":" + prospect["prospectId"];
    var status = (string)prospect["status"];
    var approved = status == "Approved";
    var decided = approved || status == "Rejected";
    var mirrored = approved ? 726000001 : 726000002;
    var leadState = (int)lead["statecode"];
    var close = decided && string.Equals(policy, "Close", StringComparison.OrdinalIgnoreCase);

    return new Results
    {
        MirrorDue = decided && (int?)lead["b2b_prospectstatus"] != mirrored,
        ProspectStatus = mirrored,
        HierarchyId = (string)(prospect["hierarchy"] as JObject)?["hierarchyId"],
        NoteId = DerivedId("decision:" + key).ToString(),
        NoteSubject = approved ? "Approved in Commerce headquarters" : "Rejected in Commerce headquarters",
        NoteText = "Prospect " + prospect["prospectId"] + " of legal entity " + prospect["legalEntity"] + " was "
            + (approved ? "approved" : "rejected") + " in Commerce headquarters. That decision is final"
            + (close ? "; the lead and its opportunity are closed to match." : ". Please close the lead or its opportunity to match."),
        CloseDue = close && (leadState == Open || leadState == Qualified),
        QualifyDue = close && approved && leadState == Open,
        DisqualifyDue = close && !approved && leadState == Open,
        CreateAccount = (string)lead["_parentaccountid_value"] == null,
        CreateContact = (string)lead["_parentcontactid_value"] == null,
        CloseAction = approved ? "WinOpportunity" : "LoseOpportunity",
        CloseStatus = approved ? 3 : 4,
    };
}

public class Results
{
    public bool MirrorDue { get; set; }
    public int ProspectStatus { get; set; }
    public string HierarchyId { get; set; }
    public string NoteId { get; set; }
    public string NoteSubject { get; set; }
    public string NoteText { get; set; }
    public bool CloseDue { get; set; }
    public bool QualifyDue { get; set; }
    public bool DisqualifyDue { get; set; }
    public bool CreateAccount { get; set; }
    public bool CreateContact { get; set; }
    public string CloseAction { get; set; }
    public int CloseStatus { get; set; }
}
