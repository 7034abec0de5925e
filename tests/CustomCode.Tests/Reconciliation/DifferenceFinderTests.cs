using B2BConnector.CustomCode.Reconciliation;

namespace B2BConnector.CustomCode.Tests.Reconciliation;

public sealed class DifferenceFinderTests
{
    private const int Open = LeadRow.Open, Qualified = LeadRow.Qualified, Disqualified = LeadRow.Disqualified;
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ProspectKey Key = new("usrt", "P-000001");
    private readonly RowsStub _rows = new();
    private readonly HashSet<ProspectKey> _pending = [Key];

    [Fact]
    public async Task Find_PendingWithoutLead_IsToBeCreated() => Assert.Equal("create-lead 1", await RepairAsync());

    [Fact]
    public async Task Find_LeadWithoutItsNote_IsToBeCompleted()
    {
        Lead(Open, note: false);

        Assert.Equal("create-lead 1", await RepairAsync());
    }

    [Fact]
    public async Task Find_OpenLeadOfPendingProspect_IsNoDifference()
    {
        Lead(Open);

        Assert.Null(await RepairAsync());
    }

    [Theory]
    [InlineData(Disqualified, true, new int[0], "decide-prospect 1")]
    [InlineData(Qualified, true, new int[0], null)]
    [InlineData(Qualified, false, new int[0], "ensure-customers 1")]
    [InlineData(Qualified, true, new[] { 0 }, null)]
    [InlineData(Qualified, false, new[] { 0 }, "ensure-customers 1")]
    [InlineData(Qualified, true, new[] { 1 }, "decide-prospect 1")]
    [InlineData(Qualified, false, new[] { 1 }, "decide-prospect 2")]
    [InlineData(Qualified, true, new[] { 2 }, "decide-prospect 1")]
    [InlineData(Qualified, false, new[] { 2 }, "decide-prospect 2")]
    [InlineData(Qualified, true, new[] { 2, 0 }, null)]
    [InlineData(Qualified, true, new[] { 2, 1 }, "decide-prospect 1")]
    [InlineData(Open, false, new int[0], null)]
    public async Task Find_ClosedInSalesAndPendingInCommerce_IsToBeDecided(int lead, bool customers, int[] opportunities, string? repair)
    {
        Lead(lead, customers: customers, opportunities: opportunities);

        Assert.Equal(repair, await RepairAsync());
    }

    [Theory]
    [InlineData(Open, new int[0], "mirror-decision 1")]
    [InlineData(Qualified, new[] { 0 }, "mirror-decision 1")]
    [InlineData(Qualified, new[] { 1 }, "decide-prospect 1")] // the workflow finds it decided, or a conflict, and says so
    [InlineData(Disqualified, new int[0], "decide-prospect 1")]
    public async Task Find_NoLongerPendingInCommerce_IsToBeMirrored(int lead, int[] opportunities, string repair)
    {
        Lead(lead, opportunities: opportunities);
        _pending.Clear();

        Assert.Equal(repair, await RepairAsync());
    }

    [Theory]
    [InlineData(Mirror.Approved, Disqualified, new int[0], "decide-prospect 1")]
    [InlineData(Mirror.Approved, Qualified, new[] { 2 }, "decide-prospect 1")]
    [InlineData(Mirror.Approved, Qualified, new[] { 2, 1 }, null)]
    [InlineData(Mirror.Approved, Qualified, new[] { 2, 0 }, null)]
    [InlineData(Mirror.Rejected, Qualified, new[] { 1 }, "decide-prospect 1")]
    [InlineData(Mirror.Rejected, Qualified, new[] { 2 }, null)]
    [InlineData(Mirror.Rejected, Disqualified, new int[0], null)]
    [InlineData(Mirror.Approved, Qualified, new[] { 1 }, null)]
    [InlineData(Mirror.Approved, Open, new int[0], null)]
    public async Task Find_DecidedOnBothSides_TellsContradictions(int mirror, int lead, int[] opportunities, string? repair)
    {
        Lead(lead, mirror, opportunities: opportunities);
        _pending.Clear();

        Assert.Equal(repair, await RepairAsync());
    }

    [Theory]
    [InlineData(Mirror.Approved, Open, new int[0], "mirror-decision 1")]
    [InlineData(Mirror.Rejected, Qualified, new[] { 0 }, "mirror-decision 1")]
    [InlineData(Mirror.Approved, Qualified, new[] { 1, 0 }, null)] // won: the other one is the seller's business
    [InlineData(Mirror.Approved, Qualified, new[] { 1 }, null)]
    public async Task Find_PolicyCloseAndSalesStillOpen_IsToBeClosed(int mirror, int lead, int[] opportunities, string? repair)
    {
        Lead(lead, mirror, opportunities: opportunities);
        _pending.Clear();

        Assert.Equal(repair, await RepairAsync(close: true));
        Assert.Null(await RepairAsync(close: false));
    }

    [Theory]
    [InlineData(IssueRow.Open, 0, null)]
    [InlineData(IssueRow.Closed, 0, "decide-prospect 1")]
    [InlineData(IssueRow.Solved, 0, "decide-prospect 1")]
    [InlineData(IssueRow.Retry, -1, "decide-prospect 2 i1 v7")]
    [InlineData(IssueRow.Retry, 1, null)] // replay-issue is at it
    public async Task Find_StepWithAnIssue_WaitsForAPersonUntilItIsToBeRetried(int status, int changed, string? repair)
    {
        Lead(Disqualified);
        _rows.Issues.Add(new IssueRow("i1", Key, "decide-prospect", status, Now.AddMinutes(changed), "v7"));

        Assert.Equal(repair, await RepairAsync());
    }

    [Fact]
    public async Task Find_MergedLead_AsksAPersonUntilHeadquartersDecides()
    {
        Lead(Disqualified);
        _rows.Leads[0] = _rows.Leads[0] with { Merged = true };

        Assert.Equal("decide-prospect 0", await RepairAsync());

        _pending.Clear();
        Assert.Equal("mirror-decision 1", await RepairAsync());
    }

    [Theory]
    [InlineData(IssueRow.Open, null)]
    [InlineData(IssueRow.Closed, null)]
    [InlineData(IssueRow.Solved, "decide-prospect 1")]
    public async Task Find_Contradiction_IsToldUnlessAPersonKnows(int status, string? repair)
    {
        Lead(Disqualified, Mirror.Approved);
        _rows.Issues.Add(new IssueRow("i1", Key, "decide-prospect", status, Now));

        Assert.Equal(repair, await RepairAsync());
    }

    [Fact]
    public async Task Find_DecidedButCustomersWithoutNumbers_AreToBeEnsured()
    {
        Lead(Qualified, Mirror.Rejected, customers: false);
        _pending.Clear();

        Assert.Equal("ensure-customers 1", await RepairAsync());

        _rows.Issues.Add(new IssueRow("i1", Key, "ensure-customers", IssueRow.Solved, Now));
        Assert.Equal("ensure-customers 1", await RepairAsync());

        _rows.Issues[0] = _rows.Issues[0] with { Status = IssueRow.Closed };
        Assert.Null(await RepairAsync());
    }

    [Fact]
    public async Task Plan_SameNumberInAnotherLegalEntity_IsAnotherProspect()
    {
        Lead(Open);
        _pending.Add(new ProspectKey("demf", "P-000001"));

        var plan = await PlanAsync();

        Assert.Equal("demf", Assert.Single(Assert.Single(plan.Batches).Repairs).LegalEntity);
        Assert.Equal((2, 1, 0), (plan.Pending, plan.WithoutLead, plan.HeldByIssue));
    }

    [Fact]
    public async Task Plan_OwnIssue_IsNamedAndHoldsNobody()
    {
        _rows.Issues.Add(new IssueRow("own", new ProspectKey("all", "all"), "reconcile", IssueRow.Open, Now));

        var plan = await PlanAsync();

        Assert.Equal(("own", 1), (plan.OwnIssueId, plan.Repairs));
    }

    private void Lead(int state, int? mirror = Mirror.Pending, bool customers = true, bool note = true, params int[] opportunities)
    {
        _rows.Leads.Add(new LeadRow(new ProspectKey("USRT", "p-000001"), mirror, state, false, customers));
        _rows.Opportunities.AddRange(opportunities.Select(opportunity => new OpportunityRow(Key, opportunity)));
        if (note)
        {
            _rows.Notes.Add(NoteId.Of(_rows.Leads[^1].Key));
        }
    }

    private async Task<string?> RepairAsync(bool close = false) =>
        (await PlanAsync(close)).Batches.SelectMany(batch => batch.Repairs).Select(repair => $"{repair.Step} {repair.ConnectorCalls} {repair.IssueId} {repair.IssueVersion}".Trim()).SingleOrDefault();

    private async Task<ReconciliationPlan> PlanAsync(bool close = false) =>
        (await new DifferenceFinder(_rows, Now).FindAsync(_pending, close)).Plan(_pending.Count, 400, 1);
}
