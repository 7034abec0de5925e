using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Jobs;

/// <summary>Executions of batch jobs in the fake Commerce.</summary>
internal static class JobTables
{
    public static void AddJob(this FakeTables tables, string description, string status, string start, string end) =>
        tables.Insert("BatchJobs", new JsonObject { ["JobDescription"] = description, ["Status"] = status, ["StartDateTime"] = start, ["EndDateTime"] = end });
}
