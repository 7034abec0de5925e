#r "Newtonsoft.Json"
#r "Microsoft.Azure.Workflows.Scripting"

using System.Globalization;
using Microsoft.Azure.Workflows.Scripting;
using Newtonsoft.Json.Linq;

// What became of each step, in words. States: passed, failed, waiting (for a job of Commerce; call again later),
// warning (may be meant so), confirm (a person has to look), skipped (not tried).
public static async Task<Results> Run(WorkflowContext context)
{
    const int Rejected = 726000002;
    var asked = (JObject)(await context.GetActionResults("Test_request")).Outputs;
    var environment = await context.GetActionResults("Check_environment");
    var earlier = await context.GetActionResults("Find_earlier_lead");
    var submitted = await context.GetActionResults("Submit_test_request");
    var followed = await context.GetActionResults("Follow_to_the_lead");
    var found = await context.GetActionResults("Find_test_lead");
    var company = (string)asked["company"];
    var again = "Then call again with the verification '" + asked["verification"] + "': it goes on with the same request.";
    var report = new Report();

    // The systems.
    report.Add("connector", Done(environment), "The connector answers.", Refusal("The connector", environment));
    report.Add("sales", Done(earlier), "Sales answers.", Refusal("Sales", earlier));

    // The way from the form to the lead.
    var lead = First(found);
    var prospectId = (string)lead?["b2b_prospectid"] ?? (string)Body(submitted)?["prospectId"];
    var sent = Done(submitted) || First(earlier) != null;
    if (!Done(environment) || !Done(earlier))
    {
        report.Add("request", "skipped", "No test request was sent: first the connector and Sales must answer.");
    }
    else
    {
        report.Add("request", sent, "The test request of '" + company + "' was accepted.", Refusal("The connector", submitted));
    }

    if (lead != null)
    {
        await OfLead(context, report, asked, lead, prospectId);
    }
    else if (sent && Done(followed) && Done(found))
    {
        prospectId = await OfMissingLead(context, report, asked, prospectId, again);
    }
    else if (sent)
    {
        report.Add("lead", "failed", Refusal("Sales", Done(followed) ? found : followed) + " " + again);
    }

    // What the connector found, worst first. Whether dual-write makes leads too was seen above, if a lead came.
    foreach (var check in Body(environment)?["checks"] as JArray ?? new JArray())
    {
        if ((string)check["code"] != "dualWrite" || lead == null)
        {
            report.Add((string)check["code"], ((string)check["state"]).ToLowerInvariant(), (string)check["message"]);
        }
    }

    var result = report.Has("failed") ? "failed" : report.Has("waiting") ? "waiting" : "passed";
    var decided = Body(await context.GetActionResults("Reject_test_prospect"));
    return new Results
    {
        Verification = (string)asked["verification"],
        LegalEntity = (string)asked["legalEntity"],
        Result = result,
        Summary = Summary(result, report),
        ProspectId = prospectId,
        LeadId = (string)lead?["leadid"],
        Decision = decided == null ? null : new JObject { ["status"] = decided["status"], ["byWorkflows"] = decided["alreadyDecided"], ["decidedAt"] = decided["decidedAt"] },
        Checks = report.Checks,
    };

    async Task OfLead(WorkflowContext steps, Report lines, JObject request, JToken row, string number)
    {
        var prospect = await steps.GetActionResults("Get_test_prospect");
        var notes = await steps.GetActionResults("List_notes_of_lead");
        var disqualified = await steps.GetActionResults("Disqualify_test_lead");
        var rejection = await steps.GetActionResults("Reject_test_prospect");
        var after = await steps.GetActionResults("Get_decided_prospect");
        var leads = await steps.GetActionResults("List_leads_of_the_company");
        lines.Add("prospect", Done(prospect), "The request is in All prospects: " + request["legalEntity"] + " " + number + ".", Refusal("The connector", prospect));

        var wrong = new List<string>();
        if (!Done(notes)) wrong.Add(Refusal("Sales", notes));
        else if (Rows(notes).Count != 1) wrong.Add("It has " + Rows(notes).Count + " notes in its Timeline instead of one.");
        if (!string.Equals((string)row["_ownerid_value"], (string)request["ownerTeam"], StringComparison.OrdinalIgnoreCase))
            wrong.Add("It is not owned by the team that the parameter ownerTeams names for " + request["legalEntity"] + ".");
        lines.Add("lead", wrong.Count == 0, "A lead came of it, owned by the team of the legal entity and with its note in the Timeline.", "A lead came of it. " + string.Join(" ", wrong));

        var others = Rows(leads).Where(other => (string)other["b2b_prospectid"] == null).ToList();
        if (Done(leads))
        {
            lines.Add("dualWrite", others.Count == 0, "Nobody else makes leads of prospects.",
                "Sales has " + others.Count + " more lead(s) of '" + request["company"] + "' that this connector did not make. If dual-write is installed, stop its map Prospects (leads) and delete what it made, else each prospect becomes two leads.");
        }

        // Refused or not, what counts is what the lead says now: two calls, or an action that ran twice, refuse each other.
        var now = Rows(leads).FirstOrDefault(other => (string)other["leadid"] == (string)row["leadid"]);
        var isOpen = now == null ? Refused(disqualified) : (int)now["statecode"] == 0;
        var status = (string)Body(after)?["status"];
        var byWorkflows = (bool?)Body(rejection)?["alreadyDecided"] ?? false;
        if (isOpen) lines.Add("rejection", "failed", Refusal("Sales", disqualified) + " The test lead is still open: disqualify it.");
        else if (!Done(rejection)) lines.Add("rejection", "failed", "The test lead is disqualified. " + Refusal("The connector", rejection) + " Commerce says " + (status ?? "nothing") + " of the prospect.");
        else if (status != "Rejected") lines.Add("rejection", "failed", "The prospect was rejected, but Commerce says " + (status ?? "nothing") + " of it. Look at the setting Decision:Strategy and at the prospect in Commerce.");
        else if (byWorkflows) lines.Add("rejection", "passed", "The test lead is disqualified, the workflows rejected the prospect, and Commerce says Rejected.");
        else lines.Add("rejection", "failed", "The test lead is disqualified, but no workflow rejected the prospect within 20 minutes, so this verification did. Look at the runs of lead-disqualified, decide-prospect and reconcile.");

        if (status == "Rejected" && byWorkflows && Done(leads))
        {
            lines.Add("mirror", (int?)now?["b2b_prospectstatus"] == Rejected, "The lead shows that the prospect is rejected.", "The lead does not show that the prospect is rejected. Look at the runs of decide-prospect.");
        }

        lines.Add("rejectionMail", "confirm", (bool)request["hasMailbox"]
            ? "Look whether Commerce's mail about the rejection came to the test mailbox."
            : "No testEmail was given, so nobody can see whether Commerce's mail about the rejection arrives.");
    }

    // Nothing came of the request in time: which of the two jobs does it wait for?
    async Task<string> OfMissingLead(WorkflowContext steps, Report lines, JObject request, string number, string goOn)
    {
        var begun = Time((string)request["begun"]);
        var pulled = await steps.GetActionResults("Read_job_that_pulls");
        var synchronized = await steps.GetActionResults("Read_job_that_synchronizes");
        var pending = await steps.GetActionResults("List_pending_prospects");
        number = number ?? (string)Rows(pending).FirstOrDefault(row => (string)row["companyName"] == (string)request["company"])?["prospectId"];
        if (number != null)
        {
            lines.Add("prospect", "passed", "The request is in All prospects: " + request["legalEntity"] + " " + number + ".");
            lines.Add("lead", "failed", "No lead came of it within 20 minutes. Look at its sync issues in Sales, and at the runs of prospect-created and create-lead. " + goOn);
            return number;
        }

        if (!Done(pulled) || !Done(synchronized) || !Done(pending))
        {
            lines.Add("prospect", "failed", Refusal("The connector", !Done(pulled) ? pulled : !Done(synchronized) ? synchronized : pending) + " " + goOn);
        }
        else if (!EndedAfter(begun, pulled))
        {
            lines.Add("prospect", "waiting", "The request lies in the channel and waits for P-0001" + Last(pulled) + ". Run that job and then Synchronize customers and channel requests in Commerce, or schedule both. " + goOn);
        }
        else if (!EndedAfter(begun, synchronized))
        {
            lines.Add("prospect", "waiting", "P-0001 has pulled the request; it waits for Synchronize customers and channel requests" + Last(synchronized) + ". Run or schedule that job in Commerce. " + goOn);
        }
        else
        {
            lines.Add("prospect", "failed", "P-0001 and Synchronize customers and channel requests have both ended since the request was sent, and it is not in All prospects. Look at Customer synchronization status in Commerce. " + goOn);
        }

        lines.Add("lead", "skipped", "There is no prospect to make a lead of yet.");
        return null;
    }
}

static bool Done(WorkflowOperationResult step) => string.Equals(step?.Status, "Succeeded", StringComparison.OrdinalIgnoreCase);

static bool Refused(WorkflowOperationResult step) => step != null && !Done(step) && !string.Equals(step.Status, "Skipped", StringComparison.OrdinalIgnoreCase);

static JObject Body(WorkflowOperationResult step) => Done(step) ? (step.Outputs as JObject)?["body"] as JObject : null;

static List<JToken> Rows(WorkflowOperationResult step) => (Body(step)?["value"] as JArray ?? new JArray()).ToList();

static JToken First(WorkflowOperationResult step) => Rows(step).FirstOrDefault();

static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

static bool EndedAfter(DateTimeOffset begun, WorkflowOperationResult job) => (string)Body(job)["lastEndedAt"] is { Length: > 0 } ended && Time(ended) >= begun;

static string Last(WorkflowOperationResult job) => (string)Body(job)["state"] == "Missing"
    ? ", which Commerce does not have under any known name"
    : (string)Body(job)["lastEndedAt"] is { Length: > 0 } ended ? ", which last ended at " + Time(ended).ToString("u", CultureInfo.InvariantCulture) : ", which never ended yet";

// The sentence of the system that refused, and what to do about it.
static string Refusal(string system, WorkflowOperationResult step)
{
    var outputs = step?.Outputs as JObject;
    var status = (int?)outputs?["statusCode"];
    var error = (outputs?["body"] as JObject)?["error"] as JObject;
    var said = (string)error?["message"] is { Length: > 0 } message && message.Contains(" ") ? " " + message.TrimEnd('.') + "." : "";
    return status switch
    {
        401 or 403 => system + " did not let the workflows in (" + status + ")." + said + " Correct the key or the role of the connection.",
        null or 408 or 429 or >= 500 and not 501 => system + " did not answer as it should" + (status == null ? "" : " (" + status + ")") + "." + said + " Look whether it runs, and whether its address in the connection is right.",
        _ => system + " refused (" + status + ")." + said,
    };
}

static string Summary(string result, Report report) => result switch
{
    "failed" => report.Count("failed") + " check(s) failed: " + report.Names("failed") + ".",
    "waiting" => "Waiting for Commerce: " + report.Names("waiting") + ".",
    _ => "The installation works: a test request became a lead, and its rejection came back.",
} + (report.Has("confirm") ? " A person has to look at: " + report.Names("confirm") + "." : "");

public class Report
{
    public JArray Checks { get; } = new JArray();

    public void Add(string check, string state, string message) =>
        Checks.Add(new JObject { ["check"] = check, ["state"] = state, ["message"] = message });

    public void Add(string check, bool passed, string good, string bad) => Add(check, passed ? "passed" : "failed", passed ? good : bad);

    public bool Has(string state) => Count(state) > 0;

    public int Count(string state) => Checks.Count(check => (string)check["state"] == state);

    public string Names(string state) => string.Join(", ", Checks.Where(check => (string)check["state"] == state).Select(check => (string)check["check"]).Distinct());
}

public class Results
{
    public string Verification { get; set; }
    public string LegalEntity { get; set; }
    public string Result { get; set; }
    public string Summary { get; set; }
    public string ProspectId { get; set; }
    public string LeadId { get; set; }
    public JObject Decision { get; set; }
    public JArray Checks { get; set; }
}
