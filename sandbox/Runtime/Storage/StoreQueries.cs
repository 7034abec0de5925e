using Microsoft.Data.Sqlite;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Storage;

/// <summary>The reads that the engine itself needs.</summary>
internal static class StoreQueries
{
    private const string RunColumns = "id, workflow, status, start, json";

    public static List<RunRecord> UnfinishedRuns(this RunStore store) =>
        store.Query($"SELECT {RunColumns} FROM runs WHERE finished = 0 ORDER BY seq", ReadRun);

    public static RunRecord? FindRun(this RunStore store, string id) =>
        store.Query($"SELECT {RunColumns} FROM runs WHERE id = $1", ReadRun, id).FirstOrDefault();

    public static List<ActionRecord> Actions(this RunStore store, string run) =>
        store.Query("SELECT name, path, iteration, status, json FROM actions WHERE run = $1 ORDER BY seq", ReadAction, run);

    public static List<(string Name, JToken Value)> Variables(this RunStore store, string run) =>
        store.Query("SELECT name, json FROM variables WHERE run = $1", row => (row.GetString(0), JsonText.Parse(row.GetString(1))), run);

    public static JObject? TriggerState(this RunStore store, string workflow, string trigger) =>
        store.Query("SELECT state FROM triggers WHERE workflow = $1 AND name = $2", row => JsonText.ParseObject(row.GetString(0)), workflow, trigger).FirstOrDefault();

    public static List<(string Workflow, string Trigger, JObject State)> TriggerStates(this RunStore store) =>
        store.Query("SELECT workflow, name, state FROM triggers", row => (row.GetString(0), row.GetString(1), JsonText.ParseObject(row.GetString(2))));

    public static string? DefinitionText(this RunStore store, string workflow, string version) =>
        store.Query("SELECT text FROM versions WHERE workflow = $1 AND version = $2", row => row.GetString(0), workflow, version).FirstOrDefault();

    public static RunRecord ReadRun(SqliteDataReader row) =>
        RunRecord.FromRow(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4));

    public static ActionRecord ReadAction(SqliteDataReader row) =>
        ActionRecord.FromRow(row.GetString(0), row.GetString(1), row.GetInt64(2) != 0, row.GetString(3), row.GetString(4));
}
