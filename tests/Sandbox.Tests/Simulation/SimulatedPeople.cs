using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;

namespace B2BConnector.Sandbox.Tests.Simulation;

/// <summary>Partner, seller and headquarters of one story, each acting at the times of the plan.</summary>
internal sealed class SimulatedPeople(DemoSystems systems, VirtualTime time, CancellationToken stop)
{
    private const string Api = "/api/data/v9.2";
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);
    private readonly LeadLooks _leads = new(systems, time);

    /// <summary>Ends when everybody has done what the plan says.</summary>
    public async Task PlayAsync(SimulatedStory story)
    {
        await time.WaitAsync(story.SubmitAfter);
        await time.StandAsideAsync(Task.WhenAll(Enumerable.Range(0, story.Presses).Select(_ => time.StartAsync(() => SubmitAsync(story)))));
        await UntilAsync(() => FindProspectAsync(story));
        var headquarters = time.StartAsync(() => DecideInHeadquartersAsync(story));
        await SellAsync(story);

        // Not awaited as work of this story: it counts itself.
        await time.StandAsideAsync(headquarters);
    }

    /// <summary>A browser repeats the request under its form token until it is answered.</summary>
    private async Task SubmitAsync(SimulatedStory story)
    {
        await UntilAsync(async () =>
        {
            story.Story.ConfirmationId = await systems.SubmitAsync(story.Sample, stop);
            return true;
        });
    }

    private async Task<bool> FindProspectAsync(SimulatedStory story)
    {
        if (story.Story.ConfirmationId is null)
        {
            // The connector made the prospect without the channel, so the channel knows nothing of it.
            var filter = Uri.EscapeDataString($"CompanyName eq '{story.Sample.Company.Replace("'", "''", StringComparison.Ordinal)}'");
            var row = (await systems.Headquarters.ListAsync($"/data/Prospects?cross-company=true&$select=dataAreaId,ProspectId&$filter={filter}", stop)).FirstOrDefault();
            (story.Story.LegalEntity, story.Story.ProspectId) = ((string?)row?["dataAreaId"], (string?)row?["ProspectId"]);
            return row is not null;
        }

        var state = await systems.RequestStateAsync(story.Story, stop);
        story.Story.LegalEntity = ((string?)state["legalEntity"])?.ToLowerInvariant();
        story.Story.ProspectId = (string?)state["prospectId"];
        return story.Story.ProspectId is not null;
    }

    private async Task DecideInHeadquartersAsync(SimulatedStory story)
    {
        if (story.Headquarters == HeadquartersAction.Nothing)
        {
            return;
        }

        await time.WaitAsync(story.HeadquartersAfter);
        var status = story.Headquarters == HeadquartersAction.Approve ? "Approved" : "Rejected";
        var prospect = $"/data/Prospects(dataAreaId='{story.Story.LegalEntity}',ProspectId='{story.Story.ProspectId}')?cross-company=true";
        try
        {
            var row = await systems.Headquarters.GetAsync(prospect + "&$select=B2BProspectStatus", stop);
            if ((string?)row["B2BProspectStatus"] == "Pending")
            {
                await systems.Headquarters.PatchAsync(prospect, new JsonObject { ["B2BProspectStatus"] = status }, stop);
                story.DecidedInHeadquarters = status;
            }
        }
        catch (DemoStepFailure refused)
        {
            // Somebody else was quicker.
            story.Story.LastRefusal = refused.Message;
        }
    }

    private async Task SellAsync(SimulatedStory story)
    {
        var patience = time.GetUtcNow() + TimeSpan.FromHours(1);
        await UntilAsync(async () =>
        {
            story.Story.Lead = await _leads.FindAsync(story.Story.Key, stop);

            // Created and decided between two looks of the connector: Sales never hears of it, by design.
            return story.Story.Lead is not null || (story.DecidedInHeadquarters is not null && time.GetUtcNow() > patience);
        });
        if (story.Story.Lead is null)
        {
            return;
        }

        await time.WaitAsync(story.ThinkAfter);
        switch (story.Sample.Action)
        {
            case SellerAction.Disqualify:
                await systems.Sales.PatchAsync($"{Api}/leads({story.Story.LeadId})", new JsonObject { ["statecode"] = 2, ["statuscode"] = 6 }, stop);
                break;
            case SellerAction.QualifyAndWin or SellerAction.QualifyAndLose:
                await QualifyAsync(story);
                await time.WaitAsync(story.CloseAfter);
                await CloseAsync(story, story.Sample.Action == SellerAction.QualifyAndWin);
                break;
            default:
                break;
        }

        story.Story.SellerDone = true;
    }

    private async Task QualifyAsync(SimulatedStory story)
    {
        var lead = await systems.Sales.GetAsync($"{Api}/leads({story.Story.LeadId})?$select=_parentaccountid_value,_parentcontactid_value", stop);
        await systems.Sales.PostAsync(
            $"{Api}/leads({story.Story.LeadId})/Microsoft.Dynamics.CRM.QualifyLead",
            new JsonObject
            {
                ["CreateAccount"] = (string?)lead["_parentaccountid_value"] is null,
                ["CreateContact"] = (string?)lead["_parentcontactid_value"] is null,
                ["CreateOpportunity"] = true,
                ["Status"] = 3,
            },
            stop);
    }

    private async Task CloseAsync(SimulatedStory story, bool won)
    {
        var filter = $"b2b_legalentity eq '{story.Story.LegalEntity}' and b2b_prospectid eq '{story.Story.ProspectId}' and statecode eq 0";
        foreach (var opportunity in await systems.Sales.ListAsync($"{Api}/opportunities?$select=opportunityid&$filter={Uri.EscapeDataString(filter)}", stop))
        {
            var close = new JsonObject { ["subject"] = won ? "Won" : "Lost", ["opportunityid@odata.bind"] = $"/opportunities({(string)opportunity["opportunityid"]!})" };
            await systems.Sales.PostAsync($"{Api}/{(won ? "WinOpportunity" : "LoseOpportunity")}", new JsonObject { ["Status"] = won ? 3 : 4, ["OpportunityClose"] = close }, stop);
        }
    }

    /// <summary>Tries again while a system is down or refuses for the moment.</summary>
    public async Task UntilAsync(Func<Task<bool>> done)
    {
        while (!await TryAsync(done))
        {
            stop.ThrowIfCancellationRequested();
            await time.WaitAsync(Look);
        }
    }

    private async Task<bool> TryAsync(Func<Task<bool>> step)
    {
        try
        {
            return await step();
        }
        catch (DemoStepFailure refused) when ((int)refused.Status is 408 or 409 or 429 or >= 500)
        {
            return false;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // The client's own time limit is one of real time, and the answer may be lost: the same step again, as a browser repeats a form.
            return false;
        }
    }
}
