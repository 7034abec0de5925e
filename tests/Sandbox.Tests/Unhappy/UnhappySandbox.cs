using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Unhappy;

/// <summary>One sandbox for all unusual cases, each with a prospect of its own, and what sellers can do to it.</summary>
public class UnhappySandbox : IAsyncLifetime
{
    private const string Api = "/api/data/v9.2";
    private TestSandbox _sandbox = null!;

    /// <summary>Changes the copy of the workflows that is run; null: those of the repository are run.</summary>
    private protected virtual Action<string>? Change => null;

    public async Task InitializeAsync() => _sandbox = await TestSandbox.StartAsync(Change);

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    internal Task<Story> LeadAsync(string sample) => _sandbox.LeadAsync(sample);

    /// <returns>The id of the opportunity; empty without one.</returns>
    internal async Task<string> QualifyAsync(Story story, bool opportunity = true)
    {
        var made = await _sandbox.Systems.Sales.PostAsync(
            $"{Api}/leads({story.LeadId})/Microsoft.Dynamics.CRM.QualifyLead",
            new JsonObject { ["CreateAccount"] = true, ["CreateContact"] = true, ["CreateOpportunity"] = opportunity, ["Status"] = 3 },
            CancellationToken.None);
        return made["value"]!.AsArray().Select(row => (string?)row!["opportunityid"]).OfType<string>().SingleOrDefault("");
    }

    internal Task WinAsync(string opportunity) => CloseAsync(opportunity, "WinOpportunity", 3);

    internal Task LoseAsync(string opportunity) => CloseAsync(opportunity, "LoseOpportunity", 4);

    internal Task DisqualifyAsync(Story story) => PatchLeadAsync(story, 2, 6);

    internal Task ReopenAsync(Story story) => PatchLeadAsync(story, 0, 1);

    internal Task ReopenAsync(string opportunity) =>
        _sandbox.Systems.Sales.PatchAsync($"{Api}/opportunities({opportunity})", new JsonObject { ["statecode"] = 0, ["statuscode"] = 1 }, CancellationToken.None);

    internal Task DeleteAsync(string set, string id) => _sandbox.Systems.Sales.DeleteAsync($"{Api}/{set}({id})", CancellationToken.None);

    /// <summary>Another opportunity of the prospect: the seller fills in its key.</summary>
    /// <param name="story">The prospect.</param>
    /// <param name="lead">A lead that it is said to come from; null: none.</param>
    internal async Task<string> AddOpportunityAsync(Story story, string? lead = null)
    {
        var before = await OpportunitiesAsync(story);
        var row = new JsonObject { ["name"] = "Another one", ["b2b_legalentity"] = story.LegalEntity, ["b2b_prospectid"] = story.ProspectId };
        if (lead is not null)
        {
            row["originatingleadid@odata.bind"] = $"/leads({lead})";
        }

        await _sandbox.Systems.Sales.PostAsync($"{Api}/opportunities", row, CancellationToken.None);
        return (await OpportunitiesAsync(story)).Except(before).Single();
    }

    /// <summary>A lead that the seller made by hand.</summary>
    internal async Task<string> AddLeadAsync(Story story)
    {
        var other = Guid.Parse(story.LeadId!).ToByteArray();
        other[0] ^= 0xFF;
        var id = new Guid(other).ToString();
        await _sandbox.Systems.Sales.PostAsync($"{Api}/leads", new JsonObject { ["leadid"] = id, ["subject"] = "The same company", ["lastname"] = "Known" }, CancellationToken.None);
        return id;
    }

    /// <summary>Merges the prospect's lead into one that the seller made by hand.</summary>
    internal async Task MergeAsync(Story story)
    {
        var id = await AddLeadAsync(story);
        await _sandbox.Systems.Sales.PostAsync(
            $"{Api}/Merge",
            new JsonObject { ["Target"] = Entity(id), ["Subordinate"] = Entity(story.LeadId!), ["PerformParentingChecks"] = false },
            CancellationToken.None);
    }

    /// <summary>Lets every event be heard, runs reconcile and waits until nothing moves; then says what became of the prospect.</summary>
    internal async Task<Outcome> OutcomeAsync(Story story)
    {
        await TestSandbox.EventuallyAsync(async () => await IsHeardAsync() && await _sandbox.IsQuietAsync());
        await _sandbox.Systems.RunTriggerAsync("reconcile", "Every_few_minutes", CancellationToken.None);
        await TestSandbox.EventuallyAsync(async () => await IsHeardAsync() && await _sandbox.IsQuietAsync());
        var issues = await _sandbox.RowsAsync("b2b_syncissues", "b2b_step,b2b_reason,b2b_status", story);
        return new Outcome(
            await _sandbox.ProspectStatusAsync(story),
            (await _sandbox.RowsAsync("leads", "leadid", story)).Count,
            string.Join(" ", issues.Select(issue => (string?)issue["b2b_step"]).Order()),
            string.Join(" ", issues.Select(issue => (string?)issue["b2b_reason"])),
            await CustomersAsync(story));
    }

    private async Task<bool> IsHeardAsync() =>
        (await _sandbox.Systems.Sales.GetAsync("/_sandbox/callbacks", CancellationToken.None))["value"]!.AsArray().All(job => (string?)job!["state"] != "Waiting");

    private async Task<int> CustomersAsync(Story story)
    {
        var filter = $"dataAreaId eq '{story.LegalEntity}' and (OrganizationName eq '{story.Sample.Company.Replace("'", "''", StringComparison.Ordinal)}' or PrimaryContactEmail eq '{story.Sample.Email}')";
        return (await _sandbox.Systems.Headquarters.ListAsync($"/data/CustomersV3?cross-company=true&$select=CustomerAccount&$filter={Uri.EscapeDataString(filter)}", CancellationToken.None)).Count;
    }

    private async Task<List<string>> OpportunitiesAsync(Story story) =>
        [.. (await _sandbox.RowsAsync("opportunities", "opportunityid", story)).Select(row => (string)row["opportunityid"]!)];

    private Task PatchLeadAsync(Story story, int state, int status) =>
        _sandbox.Systems.Sales.PatchAsync($"{Api}/leads({story.LeadId})", new JsonObject { ["statecode"] = state, ["statuscode"] = status }, CancellationToken.None);

    private Task CloseAsync(string opportunity, string message, int status) => _sandbox.Systems.Sales.PostAsync(
        $"{Api}/{message}",
        new JsonObject { ["Status"] = status, ["OpportunityClose"] = new JsonObject { ["subject"] = "Closed", ["opportunityid@odata.bind"] = $"/opportunities({opportunity})" } },
        CancellationToken.None);

    private static JsonObject Entity(string lead) => new() { ["@odata.type"] = "Microsoft.Dynamics.CRM.lead", ["leadid"] = lead };
}
