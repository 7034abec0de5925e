using Microsoft.Data.Sqlite;

namespace B2BConnector.Runtime.Storage;

/// <summary>Prepared statements for every kind of change. Used by one thread at a time.</summary>
internal sealed class StoreWriter : IDisposable
{
    private readonly SqliteCommand run;
    private readonly SqliteCommand action;
    private readonly SqliteCommand variable;
    private readonly SqliteCommand trigger;
    private readonly SqliteCommand triggerRemoved;
    private readonly SqliteCommand history;
    private readonly SqliteCommand version;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private readonly SqliteCommand rollback;

    public StoreWriter(SqliteConnection connection)
    {
        run = Prepare(connection, """
            INSERT INTO runs (id, workflow, status, start, finished, json) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (id) DO UPDATE SET status = $3, finished = $5, json = $6
            """, 6);
        action = Prepare(connection, """
            INSERT INTO actions (run, path, name, iteration, status, json) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (run, path, name) DO UPDATE SET status = $5, json = $6
            """, 6);
        variable = Prepare(connection, """
            INSERT INTO variables (run, name, json) VALUES ($1, $2, $3) ON CONFLICT (run, name) DO UPDATE SET json = $3
            """, 3);
        trigger = Prepare(connection, """
            INSERT INTO triggers (workflow, name, state) VALUES ($1, $2, $3) ON CONFLICT (workflow, name) DO UPDATE SET state = $3
            """, 3);
        triggerRemoved = Prepare(connection, "DELETE FROM triggers WHERE workflow = $1 AND name = $2", 2);
        history = Prepare(connection, """
            INSERT INTO histories (id, workflow, trigger, run, status, start, json) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (id) DO UPDATE SET run = $4, status = $5, json = $7
            """, 7);
        begin = Prepare(connection, "BEGIN IMMEDIATE", 0);
        commit = Prepare(connection, "COMMIT", 0);
        rollback = Prepare(connection, "ROLLBACK", 0);
        version = Prepare(connection, "INSERT OR IGNORE INTO versions (workflow, version, text) VALUES ($1, $2, $3)", 3);
    }

    /// <summary>Applies the changes in one transaction.</summary>
    public void Apply(IEnumerable<StoreChange> changes)
    {
        begin.ExecuteNonQuery();
        try
        {
            foreach (var change in changes)
            {
                Apply(change);
            }

            commit.ExecuteNonQuery();
        }
        catch
        {
            rollback.ExecuteNonQuery();
            throw;
        }
    }

    private void Apply(StoreChange change)
    {
        switch (change)
        {
            case StoreChange.Run(var id, var workflow, var status, var start, var finished, var json):
                Execute(run, id, workflow, status, start, finished ? 1 : 0, json);
                break;
            case StoreChange.Action(var runId, var path, var name, var isIteration, var status, var json):
                Execute(action, runId, path, name, isIteration ? 1 : 0, status, json);
                break;
            case StoreChange.Variable(var runId, var name, var json):
                Execute(variable, runId, name, json);
                break;
            case StoreChange.Trigger(var workflow, var name, null):
                Execute(triggerRemoved, workflow, name);
                break;
            case StoreChange.Trigger(var workflow, var name, var state):
                Execute(trigger, workflow, name, state);
                break;
            case StoreChange.History(var id, var workflow, var triggerName, var runId, var status, var start, var json):
                Execute(history, id, workflow, triggerName, (object?)runId ?? DBNull.Value, status, start, json);
                break;
            case StoreChange.Version(var workflow, var versionId, var text):
                Execute(version, workflow, versionId, text);
                break;
            default:
                throw new InvalidOperationException($"The store does not know the change {change.GetType().Name}.");
        }
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[run, action, variable, trigger, triggerRemoved, history, version, begin, commit, rollback])
        {
            command.Dispose();
        }
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter($"${i}", DBNull.Value));
        }

        command.Prepare();
        return command;
    }

    private static void Execute(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }
}
