using System.Globalization;
using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Reads again what a call said it wrote, and compares it text by text.</summary>
internal sealed class ReadBack(ConnectorUnderTest subject)
{
    private static readonly string[] OfPerson = ["firstName", "lastName", "phone"];

    /// <summary>A sentence for each difference.</summary>
    public async Task<List<string>> ProblemsAsync(GeneratedRequest request, Answer answer)
    {
        var problems = new List<string>();
        switch (request.Operation.Id)
        {
            case "UpdateProspect":
                Compare(request.Sent!, answer.Json, problems);
                Compare(request.Sent!, await subject.ReadAsync($"/prospects/usrt/{ConnectorUnderTest.Pending}"), problems);
                break;
            case "SubmitOnboardingRequest":
                await CompareProspectAsync(request.Sent!, answer.Json!, problems);
                break;
            case "EnsureCustomers":
                CompareCustomers(request.Path.Split('/')[3], request.Sent!, answer.Json!, problems);
                break;
            case "AddPartnerUser":
                await CompareUserAsync(request.Sent!, answer.Json!, problems);
                break;
            case "UpdatePartnerUser":
                var users = await subject.ReadAsync("/partners/usrt/C-ORG/users");
                Compare(Only(request.Sent!, OfPerson), users!["value"]!.AsArray().Single(user => user!["partyNumber"]!.ToString() == ConnectorUnderTest.User), problems);
                break;
            case "SetCreditLimit":
                Compare(request.Sent!, await subject.ReadAsync("/partners/usrt/C-ORG/credit-limit"), problems);
                break;
            case "RejectProspect":
                var key = request.Path.Split('/')[3];
                Same("status", "Rejected", (await subject.ReadAsync($"/prospects/usrt/{key}"))?["status"]?.ToString(), problems);
                break;
            case "WhenProspectCreated" or "WhenProspectDecided":
                await EndAsync(answer, problems);
                break;
        }

        return problems;
    }

    private async Task CompareProspectAsync(JsonObject sent, JsonNode answer, List<string> problems)
    {
        var id = answer["prospectId"]!.ToString();
        var read = await subject.ReadAsync($"/prospects/usrt/{Uri.EscapeDataString(id)}");
        var expected = sent.DeepClone().AsObject();
        foreach (var name in new[] { "legalEntity", "firstName", "lastName" })
        {
            expected.Remove(name);
        }

        (expected["address"] as JsonObject)?.Remove("latitude");
        (expected["address"] as JsonObject)?.Remove("longitude");
        Compare(expected, read, problems);
        Same("requesterName", $"{sent["firstName"]} {sent["lastName"]}", read?["requesterName"]?.ToString(), problems);
        var row = subject.Connector.Commerce.Tables.Of("Prospects").Single(row => row["ProspectId"]!.ToString() == id);
        subject.Connector.Commerce.Tables.Remove("Prospects", row);
    }

    private void CompareCustomers(string prospect, JsonObject sent, JsonNode answer, List<string> problems)
    {
        var rows = subject.Connector.Commerce.Tables.Of("CustomersV3");
        var company = rows.Single(row => row["CustomerAccount"]!.ToString() == answer["organization"]!["customerAccount"]!.ToString());
        var person = rows.Single(row => row["CustomerAccount"]!.ToString() == answer["person"]!["customerAccount"]!.ToString());
        if (answer["organization"]!["outcome"]!.ToString() == "Created")
        {
            Same("organization.name", sent["organization"]!["name"]!.ToString(), company["OrganizationName"]!.ToString(), problems);
            Same("organization.website", sent["organization"]!["website"]?.ToString() ?? "", company["PrimaryContactURL"]?.ToString() ?? "", problems);
        }

        Same("person.firstName", sent["person"]!["firstName"]!.ToString(), person["PersonFirstName"]!.ToString(), problems);
        Same("person.lastName", sent["person"]!["lastName"]!.ToString(), person["PersonLastName"]!.ToString(), problems);
        subject.Settle(prospect);
        foreach (var row in new[] { company, person }.Distinct())
        {
            subject.Connector.Commerce.Tables.Remove("CustomersV3", row);
        }
    }

    private async Task CompareUserAsync(JsonObject sent, JsonNode answer, List<string> problems)
    {
        var party = answer["user"]!["partyNumber"]!.ToString();
        var users = await subject.ReadAsync("/partners/usrt/C-ORG/users");
        Compare(Only(sent, OfPerson), users!["value"]!.AsArray().Single(user => user!["partyNumber"]!.ToString() == party), problems);
        using var removed = await subject.Connector.DeleteAsync("/partners/usrt/C-ORG/users/" + party);
        Same("status of the removal", "OK", removed.StatusCode.ToString(), problems);
        var tables = subject.Connector.Commerce.Tables;
        tables.Remove("CustomersV3", tables.Of("CustomersV3").Single(row => row["PartyNumber"]?.ToString() == party));
    }

    private async Task EndAsync(Answer answer, List<string> problems)
    {
        for (var turn = 1; turn <= 2; turn++)
        {
            using var ended = await subject.Connector.Client.DeleteAsync(answer.Location);
            Same($"status of end {turn}", "NoContent", ended.StatusCode.ToString(), problems);
        }
    }

    private static JsonObject Only(JsonObject body, string[] names) =>
        new(body.Where(pair => names.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

    /// <summary>Every value that was sent; an empty text and a size of 0 are left out of answers.</summary>
    private static void Compare(JsonObject sent, JsonNode? read, List<string> problems)
    {
        foreach (var (path, value) in BodyPlaces.Leaves(sent).Where(leaf => leaf.Value is not null))
        {
            var found = BodyPlaces.At(read, path);
            var expected = value!.GetValueKind() == System.Text.Json.JsonValueKind.Number ? Number(value) : value.ToString();
            Same(string.Join('.', path), expected is "" or "0" ? "" : expected, found is null ? "" : found.GetValueKind() == System.Text.Json.JsonValueKind.Number ? Number(found) : found.ToString(), problems);
        }
    }

    private static string Number(JsonNode value)
    {
        var number = decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) / 1.000000000000000000000000000m;
        return number == 0 ? "0" : number.ToString(CultureInfo.InvariantCulture);
    }

    private static void Same(string what, string? expected, string? found, List<string> problems)
    {
        if (!string.Equals(expected, found is "0" ? "" : found, StringComparison.Ordinal) && !(expected is "" && found is "0"))
        {
            problems.Add($"{what} was sent as '{expected}' and reads back as '{found}'");
        }
    }
}
