using System.Globalization;
using B2BConnector.CustomCode.Dataverse;
using Microsoft.Azure.Functions.Extensions.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>The function <c>PlanReconciliation</c>: where Sales and Commerce differ, and which workflow brings it right.</summary>
public sealed partial class PlanReconciliation
{
    private readonly ILogger _log;
    private readonly Func<IDataverse> _dataverse;

    /// <summary>For the host that calls the function.</summary>
    public PlanReconciliation(ILoggerFactory loggers)
        : this(loggers, DataverseConnection.Open)
    {
    }

    internal PlanReconciliation(ILoggerFactory loggers, Func<IDataverse> dataverse)
    {
        _log = loggers.CreateLogger<PlanReconciliation>();
        _dataverse = dataverse;
    }

    /// <summary>
    /// Compares the prospects that are pending in Commerce with the rows of Sales. Reads only what can differ; settled prospects are not read.
    /// Repairs nothing itself.
    /// </summary>
    /// <param name="pendingProspects">The prospects pending in Commerce as <c>legalEntity:prospectId</c>, page by page as they were listed.</param>
    /// <param name="onHeadquartersDecision"><c>Annotate</c> or <c>Close</c>: whether an open lead of a decided prospect is a difference.</param>
    /// <param name="connectorCallsPerMinute">Calls of the connector that the repairs of one batch may need.</param>
    /// <param name="retriesSetBefore">Sync issues set to Retry before this time were not heard of; younger ones are replay-issue's.</param>
    [Function("PlanReconciliation")]
    public async Task<ReconciliationPlan> Run(
        [WorkflowActionTrigger] string[][] pendingProspects, string onHeadquartersDecision, int connectorCallsPerMinute, string retriesSetBefore)
    {
        var close = string.Equals(onHeadquartersDecision, "Close", StringComparison.OrdinalIgnoreCase);
        var before = DateTimeOffset.Parse(retriesSetBefore, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var pending = pendingProspects.SelectMany(page => page).Select(ProspectKey.Parse).ToHashSet();
        var differences = await new DifferenceFinder(new ReconciliationRows(_dataverse()), before).FindAsync(pending, close).ConfigureAwait(false);
        var plan = differences.Plan(pending.Count, connectorCallsPerMinute, pendingProspects.Length);
        Planned(plan.Pending, plan.Repairs, plan.Batches.Count, plan.HeldByIssue);
        return plan;
    }

    [LoggerMessage(710, LogLevel.Information, "{Pending} prospects are pending; {Repairs} repairs in {Batches} batches; {Held} wait for a person")]
    private partial void Planned(int pending, int repairs, int batches, int held);
}
