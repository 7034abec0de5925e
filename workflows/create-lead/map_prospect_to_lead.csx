#r "Newtonsoft.Json"
#r "Microsoft.Azure.Workflows.Scripting"
#load "..\shared\derived_id.csx"

using Microsoft.Azure.Workflows.Scripting;
using Newtonsoft.Json.Linq;

// The one place to change which field of the prospect goes to which column of the lead, and what its Timeline note says.
// Left: column of the lead in Dataverse (logical name). Right: field of the prospect as the connector gives it.
public static async Task<Results> Run(WorkflowContext context)
{
    var prospect = (JObject)(await context.GetActionResults("Get_prospect")).Outputs["body"];
    var matches = (await context.GetActionResults("Match_existing_accounts")).Outputs?["body"] as JObject;
    var legalEntity = (string)prospect["legalEntity"];
    var prospectId = (string)prospect["prospectId"];
    var key = legalEntity + ":" + prospectId;
    var address = prospect["address"] as JObject ?? new JObject();
    var (firstName, lastName) = NameOf(prospect);

    var lead = new JObject
    {
        ["leadid"] = DerivedId("lead:" + key).ToString(),
        ["b2b_legalentity"] = legalEntity,
        ["b2b_prospectid"] = prospectId,
        ["b2b_prospectstatus"] = StatusOf((string)prospect["status"]),
        ["subject"] = Text("B2B request of " + prospect["companyName"], 300),

        // Contact: the requester
        ["firstname"] = Text(firstName, 50),
        ["lastname"] = Text(lastName, 50),
        ["emailaddress1"] = Text((string)prospect["email"], 100),
        ["telephone1"] = Text(Phone(prospect), 50),

        // Company: the organization
        ["companyname"] = Text((string)prospect["companyName"], 100),
        ["numberofemployees"] = prospect["companySize"],
        ["websiteurl"] = Text((string)prospect["website"], 200),
        ["b2b_department"] = Text((string)prospect["department"], 100),
        ["b2b_channel"] = Text((string)prospect["channel"], 100),
        ["b2b_submittedlanguage"] = Text((string)prospect["language"], 10),
        ["address1_line1"] = Text(Join(" ", address["street"], address["streetNumber"]), 250),
        ["address1_city"] = Text((string)address["city"], 80),
        ["address1_county"] = Text((string)address["county"], 50),
        ["address1_stateorprovince"] = Text((string)address["state"], 50),
        ["address1_postalcode"] = Text((string)address["zipCode"], 20),
        ["address1_postofficebox"] = Text((string)address["postBox"], 20),
        ["address1_country"] = Text((string)address["country"], 80),

        ["description"] = Text((string)prospect["comments"], 2000),
        ["leadsourcecode"] = 8, // Web
    };

    // What Sales knows already: qualifying then uses these rows instead of making new ones.
    var account = (string)(matches?["Account"] as JObject)?["Id"];
    var contact = (string)(matches?["Contact"] as JObject)?["Id"];
    if (account != null) lead["parentaccountid@odata.bind"] = "/accounts(" + account + ")";
    if (contact != null) lead["parentcontactid@odata.bind"] = "/contacts(" + contact + ")";
    if (matches?["DuplicateRequest"] != null) lead["b2b_duplicaterequest"] = (bool)matches["DuplicateRequest"];

    foreach (var empty in lead.Properties().Where(p => p.Value is JValue { Value: null }).ToList()) empty.Remove();

    var note = new JObject
    {
        ["annotationid"] = DerivedId("note:" + key).ToString(),
        ["subject"] = "Created from Commerce prospect " + prospectId,
        ["notetext"] = "This lead was created by the B2B connector from prospect " + prospectId + " of legal entity " + legalEntity
            + ". Qualify and win it to approve the prospect in Commerce; disqualify or lose it to reject the prospect.",
    };

    // Rows that belong to the lead, made with it in one call (a deep insert of the Web API): both or none.
    lead["Lead_Annotation"] = new JArray(note);

    return new Results { Lead = lead, LeadId = (string)lead["leadid"], Note = note };
}

static string Phone(JObject prospect) =>
    Join(" x", prospect["phone"], prospect["phoneExtension"]);

// Commerce may give one name only (its prospect has no first and last name, its party may have).
static (string First, string Last) NameOf(JObject prospect)
{
    if ((string)prospect["lastName"] is { Length: > 0 } last) return ((string)prospect["firstName"], last);
    var name = ((string)prospect["requesterName"] ?? "").Trim();
    var space = name.LastIndexOf(' ');
    return space < 0 ? (null, name) : (name.Substring(0, space), name.Substring(space + 1));
}

static int StatusOf(string status) => status switch
{
    "Pending" => 726000000,
    "Approved" => 726000001,
    "Rejected" => 726000002,
    _ => 726000003,
};

static string Join(string separator, params JToken[] parts) =>
    string.Join(separator, parts.Select(part => (string)part).Where(part => !string.IsNullOrWhiteSpace(part)));

// Cut to the column's length, never inside a surrogate pair.
static string Text(string value, int length)
{
    if (string.IsNullOrWhiteSpace(value)) return null;
    if (value.Length <= length) return value;
    return value.Substring(0, char.IsHighSurrogate(value[length - 1]) ? length - 1 : length);
}

public class Results
{
    public JObject Lead { get; set; }
    public string LeadId { get; set; }
    public JObject Note { get; set; }
}
