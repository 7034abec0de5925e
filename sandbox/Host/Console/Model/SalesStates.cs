using System.Text.Json.Nodes;
using B2BConnector.Host.ConsolePages.Systems;

namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>Numbers of Dataverse in words.</summary>
internal static class SalesStates
{
    public static string? Lead(JsonNode? row) => row.Number("statecode") switch { 0 => "Open", 1 => "Qualified", 2 => "Disqualified", _ => null };

    public static string? Opportunity(JsonNode? row) => row.Number("statecode") switch { 0 => "Open", 1 => "Won", 2 => "Lost", _ => null };

    public static string? Mirror(JsonNode? lead) => lead.Number("b2b_prospectstatus") switch
    {
        726000000 => "Pending", 726000001 => "Approved", 726000002 => "Rejected", 726000003 => "Unknown", _ => null,
    };

    public static string Issue(JsonNode row) => row.Number("b2b_status") switch { 726000001 => "Retry", 726000002 => "Closed", 726000003 => "Solved", _ => "Open" };

    /// <summary>Whether somebody still has to look at it.</summary>
    public static bool IsOpenIssue(string status) => status is not ("Closed" or "Solved");
}
