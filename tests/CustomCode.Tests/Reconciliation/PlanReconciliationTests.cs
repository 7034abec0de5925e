using System.Text.Json;
using B2BConnector.CustomCode.Dataverse;
using B2BConnector.CustomCode.Reconciliation;
using Microsoft.Extensions.Logging.Abstractions;

namespace B2BConnector.CustomCode.Tests.Reconciliation;

public sealed class PlanReconciliationTests
{
    private readonly PagedDataverse _dataverse = new();

    [Fact]
    public async Task Run_NothingThere_AsksOnlyForWhatCanDiffer()
    {
        var plan = await RunAsync([]);

        Assert.Empty(plan.Batches);
        Assert.Equal(
            [
                "b2b_syncissues: b2b_status eq 726000000 or b2b_status eq 726000001",
                "leads: b2b_prospectid ne null and (b2b_prospectstatus eq null or b2b_prospectstatus eq 726000000 or b2b_prospectstatus eq 726000003)",
                "opportunities: b2b_prospectid ne null and (_originatingleadid_value eq null or (originatingleadid/b2b_prospectstatus eq null or originatingleadid/b2b_prospectstatus eq 726000000 or originatingleadid/b2b_prospectstatus eq 726000003))",
                "annotations: objectid_lead/b2b_prospectid ne null and (objectid_lead/b2b_prospectstatus eq null or objectid_lead/b2b_prospectstatus eq 726000000 or objectid_lead/b2b_prospectstatus eq 726000003)",
                "leads: b2b_prospectid ne null and (b2b_prospectstatus eq 726000001 or b2b_prospectstatus eq 726000002) and statecode eq 1 and (parentaccountid/b2b_customeraccount eq null or parentcontactid/b2b_customeraccount eq null)",
                "leads: b2b_prospectid ne null and b2b_prospectstatus eq 726000001 and statecode eq 2",
                "opportunities: b2b_prospectid ne null and statecode eq 1 and originatingleadid/b2b_prospectstatus eq 726000002",
                "opportunities: b2b_prospectid ne null and statecode eq 2 and originatingleadid/b2b_prospectstatus eq 726000001",
            ],
            _dataverse.Queries);
    }

    [Fact]
    public async Task Run_ManyWithoutLead_AsksForFiftyAtATimeAndPacesTheRepairs()
    {
        var keys = Enumerable.Range(1, 900).Select(number => $"usrt:P-{number:000000}").ToArray();

        var plan = await RunAsync([keys[..500], keys[500..]]);

        Assert.Equal([398, 400, 102], plan.Batches.Select(batch => batch.Repairs.Count));
        Assert.Equal((900, 900, 900), (plan.Pending, plan.WithoutLead, plan.ConnectorCalls));
        Assert.Equal(8 + 18, _dataverse.Queries.Count);
        Assert.Contains("leads: b2b_legalentity eq 'usrt' and (b2b_prospectid eq 'P-000001' or ", _dataverse.Queries[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AccountAndContactOnTheOpportunityOnly_FindsTheirNumbersThere()
    {
        const string Opportunity = "00000000-0000-0000-0000-000000000001";
        _dataverse.Answers["leads: b2b_prospectid ne null and (b2b_prospectstatus eq null"] =
            $$"""[{"b2b_legalentity":"usrt","b2b_prospectid":"P-1","statecode":1,"b2b_prospectstatus":726000000,"_qualifyingopportunityid_value":"{{Opportunity}}","parentaccountid":null,"parentcontactid":null}]""";
        _dataverse.Answers[$"opportunities: opportunityid eq {Opportunity}"] =
            $$$"""[{"opportunityid":"{{{Opportunity}}}","parentaccountid":{"b2b_customeraccount":"C-1"},"parentcontactid":{"b2b_customeraccount":"C-2"}}]""";
        _dataverse.Answers["annotations"] = $$"""[{"annotationid":"{{NoteId.Of(new ProspectKey("usrt", "P-1"))}}"}]""";

        Assert.Equal(0, (await RunAsync([["usrt:P-1"]])).Repairs);

        _dataverse.Answers.Remove($"opportunities: opportunityid eq {Opportunity}");
        Assert.Equal(1, (await RunAsync([["usrt:P-1"]])).WithoutCustomers);
    }

    [Theory]
    [InlineData("usrt")]
    [InlineData(":P-1")]
    [InlineData("usrt:")]
    public async Task Run_KeyThatIsNone_SaysSo(string key)
    {
        var refused = await Assert.ThrowsAsync<FormatException>(() => RunAsync([[key]]));

        Assert.Contains("expected legalEntity:prospectId", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>The value that tests/Workflows.Tests expects of workflows/shared/derived_id.csx, too.</summary>
    [Fact]
    public void NoteId_OfAKey_IsTheOneOfCreateLead() => Assert.Equal("e47388b9-fa65-5bcf-8839-4c2565751f21", NoteId.Of(new ProspectKey("usrt", "P-000001")));

    private Task<ReconciliationPlan> RunAsync(string[][] pending) =>
        new PlanReconciliation(NullLoggerFactory.Instance, () => _dataverse).Run(pending, "Annotate", 400, "2030-01-01T00:00:00.0000000Z");

    private sealed class PagedDataverse : IDataverse
    {
        public List<string> Queries { get; } = [];

        /// <summary>Rows by the beginning of the query.</summary>
        public Dictionary<string, string> Answers { get; } = [];

        public Task<IReadOnlyList<JsonElement>> QueryAsync(RowQuery query, CancellationToken cancellationToken = default)
        {
            Queries.Add($"{query.Set}: {query.Filter}");
            var rows = Answers.FirstOrDefault(answer => Queries[^1].StartsWith(answer.Key, StringComparison.Ordinal)).Value ?? "[]";
            return Task.FromResult<IReadOnlyList<JsonElement>>([.. JsonDocument.Parse(rows).RootElement.EnumerateArray()]);
        }

        public Task<IReadOnlyList<IReadOnlyList<JsonElement>>> QueryTogetherAsync(IReadOnlyList<RowQuery> queries, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task UpdateTogetherAsync(IReadOnlyList<RowUpdate> rows, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
