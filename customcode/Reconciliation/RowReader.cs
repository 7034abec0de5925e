using System.Globalization;
using System.Text.Json;

namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>Reads rows in the Web API's form.</summary>
internal static class RowReader
{
    public static ProspectKey Key(JsonElement row) => new(Text(row, "b2b_legalentity") ?? "", Text(row, "b2b_prospectid")!);

    /// <param name="row">A lead with the numbers of its account and contact.</param>
    /// <param name="numbered">Opportunities whose customers have numbers.</param>
    public static LeadRow Lead(JsonElement row, IReadOnlySet<string> numbered) => new(
        Key(row),
        Number(row, "b2b_prospectstatus"),
        Number(row, "statecode") ?? 0,
        row.TryGetProperty("merged", out var merged) && merged.ValueKind == JsonValueKind.True,
        NeedsOpportunity(row) ? numbered.Contains(Text(row, "_qualifyingopportunityid_value")!) : HasNumbers(row));

    /// <summary>Whether ensure-customers would look at the opportunity, because the lead has no account or no contact.</summary>
    public static bool NeedsOpportunity(JsonElement lead) =>
        Text(lead, "_qualifyingopportunityid_value") is not null && (Text(lead, "_parentaccountid_value") is null || Text(lead, "_parentcontactid_value") is null);

    public static bool HasNumbers(JsonElement row) => HasNumber(row, "parentaccountid") && HasNumber(row, "parentcontactid");

    public static OpportunityRow Opportunity(JsonElement row) => new(Key(row), Number(row, "statecode") ?? 0);

    public static IssueRow Issue(JsonElement row) => new(
        Text(row, "b2b_syncissueid")!,
        Key(row),
        Text(row, "b2b_step") ?? "",
        Number(row, "b2b_status") ?? IssueRow.Open,
        DateTimeOffset.Parse(Text(row, "modifiedon")!, CultureInfo.InvariantCulture),
        Text(row, "@odata.etag"));

    public static string? Text(JsonElement row, string column) =>
        row.TryGetProperty(column, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement row, string column) =>
        row.TryGetProperty(column, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    private static bool HasNumber(JsonElement row, string lookup) =>
        row.TryGetProperty(lookup, out var related) && related.ValueKind == JsonValueKind.Object && Text(related, "b2b_customeraccount") is { Length: > 0 };
}
