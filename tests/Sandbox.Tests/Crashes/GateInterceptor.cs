using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>Commits of the connector: a statement that changes rows outside a transaction, or the commit of a transaction, named by its statements.</summary>
internal sealed partial class GateInterceptor(CrashGate gate) : DbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbTransaction, SortedSet<string>> _transactions = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Before(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Before(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        After(command);
        return base.NonQueryExecutedAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
    {
        After(command);
        return base.DataReaderClosingAsync(command, eventData, result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Require("before commit of ", NameOf(transaction));
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // The transaction is over and cannot be asked any more: its event still knows it.
        Require("after commit of ", NameOf(transaction));
        return Task.CompletedTask;
    }

    private void Before(DbCommand command)
    {
        if (command.Transaction is { } transaction)
        {
            _transactions.GetOrCreateValue(transaction).UnionWith(Changes(command));
        }

        if (gate.IsDead || IsCommit(command))
        {
            Require("before commit of ", string.Join(" + ", Changes(command)));
        }
    }

    private void After(DbCommand command)
    {
        if (IsCommit(command))
        {
            Require("after commit of ", string.Join(" + ", Changes(command)));
        }
    }

    private void Require(string where, string what)
    {
        if (!gate.Pass($"{where}{ConnectorStep.Current}: {what}"))
        {
            throw new OperationCanceledException("The process is dead.");
        }
    }

    private string NameOf(DbTransaction transaction) => _transactions.TryGetValue(transaction, out var changes) && changes.Count > 0 ? string.Join(" + ", changes) : "nothing";

    private static bool IsCommit(DbCommand command) => command.Transaction is null && Change().IsMatch(command.CommandText);

    private static IEnumerable<string> Changes(DbCommand command) => Change().Matches(command.CommandText).Select(match => match.Value.Replace("\"", "", StringComparison.Ordinal)).Distinct();

    [GeneratedRegex("(INSERT INTO|UPDATE|DELETE FROM) \"[A-Za-z_]+\"")]
    private static partial Regex Change();
}
