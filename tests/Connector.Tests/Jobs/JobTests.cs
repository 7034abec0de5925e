using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Jobs;

/// <summary>GetJobStatus.</summary>
public sealed class JobTests
{
    [Fact]
    public async Task Job_WithSeveralExecutions_TellsTheNewestAndTheLastEnd()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddJob("P-0001", "Finished", "2026-02-28T08:00:00Z", "2026-02-28T08:01:00Z");
        connector.Commerce.Tables.AddJob("P-0001", "Executing", "2026-03-01T07:59:00Z", "1900-01-01T12:00:00Z");

        var status = await connector.GetJsonAsync("/jobs/PullRequests");

        Assert.Equal(("PullRequests", "P-0001", "Executing"), (status["job"]!.ToString(), status["description"]!.ToString(), status["state"]!.ToString()));
        Assert.Equal(("2026-03-01T07:59:00+00:00", "2026-02-28T08:01:00+00:00"), (status["startedAt"]!.ToString(), status["lastEndedAt"]!.ToString()));
    }

    [Theory]
    [InlineData("Synchronize customers and channel requests")]
    [InlineData("Synchronize orders and channel requests")]
    [InlineData("Synchronize customers and business partners from async mode")]
    [InlineData("B2B sync every 5 minutes")]
    public async Task Job_UnderAnyOfItsNames_IsFound(string description)
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Jobs:SynchronizeRequests:0"] = "B2B sync every 5 minutes" });
        connector.Commerce.Tables.AddJob(description, "Waiting", "2026-03-01T07:00:00Z", "2026-03-01T07:01:00Z");

        Assert.Equal(("Waiting", description), ((await connector.GetJsonAsync("/jobs/SynchronizeRequests"))["state"]!.ToString(), (await connector.GetJsonAsync("/jobs/SynchronizeRequests"))["description"]!.ToString()));
    }

    [Fact]
    public async Task Job_ThatCommerceHasNot_IsMissingWithTheNamesLookedFor()
    {
        await using var connector = await TestConnector.StartAsync();

        var status = await connector.GetJsonAsync("/jobs/PushCustomers");

        Assert.Equal("Missing", status["state"]!.ToString());
        Assert.Equal(["1010"], status["names"]!.AsArray().Select(name => name!.ToString()));
        Assert.False(status.AsObject().ContainsKey("startedAt"));
    }

    [Fact]
    public async Task Job_InAStateNobodyKnows_IsOther()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddJob("Send email notification", "Dreaming", "2026-03-01T07:00:00Z", "2026-03-01T07:01:00Z");

        Assert.Equal("Other", (await connector.GetJsonAsync("/jobs/SendEmail"))["state"]!.ToString());
    }

    [Theory]
    [InlineData("P-0001")]
    [InlineData("pullrequests")]
    [InlineData("0")]
    public async Task Job_OfAnotherName_IsRefused(string job)
    {
        await using var connector = await TestConnector.StartAsync();

        Assert.Equal("400 invalid_request", await TestConnector.ErrorAsync(await connector.GetAsync("/jobs/" + job)));
    }
}
