using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Errors;

/// <summary>The steps that the state machine of a prospect forbids, as far as they can be asked of the connector; each is asked.</summary>
internal static class ForbiddenSteps
{
    private static readonly (string Step, string What, string Expected, Action<FakeTables, string> Arrange, string Decision)[] All =
    [
        ("X1", "approved, then rejected (lead disqualified or opportunity lost later)", "prospect_already_decided", (tables, id) => tables.AddProspect(id, "Approved"), "reject"),
        ("X2", "rejected, then approved (lead reactivated, opportunity won later)", "prospect_already_decided", (tables, id) => tables.AddProspect(id, "Rejected"), "approve"),
        ("X3", "decided while the request is still in the channel", "prospect_not_found", (_, _) => { }, "approve"),
        ("X5", "any decision about a prospect of status Unknown", "unknown_status", (tables, id) => tables.AddProspect(id, "Unknown"), "reject"),
        ("X6", "decided, but not of the type B2B prospect", "not_b2b_prospect", (tables, id) => tables.AddProspect(id, isB2B: "No"), "approve"),
        ("X7", "approved while a customer is missing", "customers_missing", (tables, id) => tables.AddProspect(id), "approve"),
    ];

    public static async Task<IReadOnlyList<(string Step, DrivenError Error)>> DriveAsync()
    {
        await using var connector = await TestConnector.StartAsync();
        var found = new List<(string, DrivenError)>();
        foreach (var (step, what, expected, arrange, decision) in All)
        {
            var id = "P-00000" + step[1];
            arrange(connector.Commerce.Tables, id);
            found.AddRange((await DrivenError.ReadAsync(what, expected, connector.PostAsync($"/prospects/usrt/{id}/{decision}"))).Select(error => (step, error)));
        }

        Assert.Empty(connector.Commerce.Writes);
        return found;
    }
}
