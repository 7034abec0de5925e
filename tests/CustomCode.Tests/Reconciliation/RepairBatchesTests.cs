using B2BConnector.CustomCode.Reconciliation;

namespace B2BConnector.CustomCode.Tests.Reconciliation;

public sealed class RepairBatchesTests
{
    [Theory]
    [InlineData(0, 0, 0, "")]
    [InlineData(1, 0, 0, "1")]
    [InlineData(400, 0, 0, "400")]
    [InlineData(401, 0, 0, "400 1")]
    [InlineData(400, 0, 3, "397 3")]
    [InlineData(0, 200, 0, "400")]
    [InlineData(399, 1, 0, "400 1")]
    [InlineData(600, 200, 1, "399 400 201")]
    [InlineData(3, 0, 500, "0 3")] // the list alone took the first minute
    public void Cut_SumsOfCalls_FillTheMinutes(int cheap, int dear, int spent, string sums)
    {
        var repairs = Enumerable.Repeat(1, cheap).Concat(Enumerable.Repeat(2, dear)).Select(Repair);

        var batches = RepairBatches.Cut(repairs, 400, spent);

        Assert.Equal(sums, string.Join(' ', batches.Select(batch => batch.Repairs.Sum(repair => repair.ConnectorCalls))));
        Assert.Equal(batches.Count > 0 ? [true] : [], batches.Where(batch => batch.IsLast).Select(batch => batch == batches[^1]));
    }

    [Fact]
    public void Cut_RepairDearerThanAMinute_StillHasABatch() => Assert.Equal(2, RepairBatches.Cut([Repair(2), Repair(2)], 1, 0).Count(batch => batch.Repairs.Count == 1));

    private static Repair Repair(int calls) => new() { LegalEntity = "usrt", ProspectId = "P", Step = "create-lead", Why = "", ConnectorCalls = calls };
}
