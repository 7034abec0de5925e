using B2BConnector.Sandbox.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Sandbox.Tests.HowTo;

/// <summary>What the how-to pages say is done to a copy of the workflows and played.</summary>
[Collection(nameof(HostProcess))]
public sealed class HowToTests
{
    [Fact]
    public void Pages_EveryBlock_SaysWhatIsDoneWithIt() =>
        Assert.Empty(HowToPage.All().Where(page => page.Unmarked != 0 || (page.Count == 0 && page.Name != "README.md")).Select(page => page.Name));

    [Fact]
    public void Pages_WhatTheyQuote_IsInTheFiles()
    {
        var quotes = HowToPage.All().SelectMany(page => page.Quotes()).ToList();
        Assert.NotEmpty(quotes);
        Assert.All(quotes, quote => Assert.Equal(quote.Real?.ToString(), quote.Shown?.ToString()));
    }

    [Fact]
    public async Task ChangeTheMapping_ANewRequest_HasTheNewColumns()
    {
        await using var sandbox = await TestSandbox.StartAsync(HowToPage.Read("change-the-mapping.md").ApplyTo);
        var story = await sandbox.LeadAsync("us-01");

        var lead = Assert.Single(await sandbox.RowsAsync("leads", "jobtitle,leadqualitycode", story));
        Assert.Equal((string?)story.Sample.Request["department"], (string?)lead["jobtitle"]);
        Assert.Equal((int)story.Sample.Request["companySize"]! >= 200 ? 1 : 2, (int)lead["leadqualitycode"]!);
    }

    [Fact]
    public async Task NotifyAChannel_ANewLead_IsToldOnceWithoutPersonalData()
    {
        var edge = new Edge(_ => (200, new JObject { ["id"] = "1" }, null));
        await using var sandbox = await TestSandbox.StartAsync(HowToPage.Read("notify-a-channel.md").ApplyTo, configure: edge.Take);
        var story = await sandbox.LeadAsync("us-01");
        await TestSandbox.EventuallyAsync(() => Task.FromResult(!edge.Calls.IsEmpty));
        await TestSandbox.EventuallyAsync(sandbox.IsQuietAsync);

        var call = Assert.Single(edge.Calls);
        Assert.Equal("/apim/teams/local/beta/teams/conversation/message/poster/Flow%20bot/location/Channel", call.Path);
        Assert.Equal("19:leads@thread.tacv2", (string?)call.Body["recipient"]!["channelId"]);
        var message = (string)call.Body["messageBody"]!;
        Assert.Contains($"prospect {story.ProspectId} of {story.LegalEntity}", message, StringComparison.Ordinal);
        Assert.DoesNotContain((string)story.Sample.Request["lastName"]!, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Approve", "Approved")]
    [InlineData("Reject", "Pending")]
    public async Task AddAnApprovalStep_AWonOpportunity_WaitsForTheAnswerWhateverReconcileDoes(string option, string status)
    {
        var edge = new Edge(_ => (201, [], "/apim/office365/local/approvalmail/$subscriptions/1"));
        await using var sandbox = await TestSandbox.StartAsync(HowToPage.Read("add-an-approval-step.md").ApplyTo, configure: edge.Take);
        var story = await sandbox.LeadAsync("us-01");
        await sandbox.Seller.ActAsync(Host.Demo.SellerAction.QualifyAndWin, story.LeadId!, CancellationToken.None);
        await TestSandbox.EventuallyAsync(() => Task.FromResult(!edge.Calls.IsEmpty));

        await ReconcileAsync(sandbox);
        Assert.Equal("Pending", await sandbox.ProspectStatusAsync(story));
        var mail = Assert.Single(edge.Calls).Body;
        Assert.Equal("approver@contoso.com", (string?)mail["Message"]!["To"]);

        await sandbox.Systems.Runtime.PostAsync(
            new Uri((string)mail["NotificationUrl"]!).PathAndQuery, new System.Text.Json.Nodes.JsonObject { ["SelectedOption"] = option }, CancellationToken.None);
        await TestSandbox.EventuallyAsync(sandbox.IsQuietAsync);
        await ReconcileAsync(sandbox);

        Assert.Equal(status, await sandbox.ProspectStatusAsync(story));
        var issue = Assert.Single(await sandbox.RowsAsync("b2b_syncissues", "b2b_status,b2b_reason", story));
        Assert.Equal(option == "Approve" ? 726000003 : 726000000, (int)issue["b2b_status"]!);
        Assert.Single(edge.Calls);
    }

    private static async Task ReconcileAsync(TestSandbox sandbox)
    {
        var before = (await sandbox.Systems.RunsAsync("reconcile", "status eq 'Succeeded'", CancellationToken.None)).Count;
        await sandbox.Systems.RunTriggerAsync("reconcile", "Every_few_minutes", CancellationToken.None);
        await TestSandbox.EventuallyAsync(async () => (await sandbox.Systems.RunsAsync("reconcile", "status eq 'Succeeded'", CancellationToken.None)).Count > before);
    }
}
