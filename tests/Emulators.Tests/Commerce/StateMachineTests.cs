using System.Net;
using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Commerce;

/// <summary>One test per transition of a prospect that Commerce sees. T4 (lead qualified) and X7 to X9 happen in Sales.</summary>
public sealed class StateMachineTests
{
    [Fact]
    public async Task T3_FieldEdit_StaysPendingWithoutMail()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();

        var (status, _, _) = await sandbox.SendAsync(HttpMethod.Patch, CommerceSandbox.Key(id), new JObject { ["CompanyName"] = "Renamed", ["AddressCity"] = "Gouda" });

        Assert.Equal(HttpStatusCode.NoContent, status);
        var prospect = await sandbox.ProspectAsync(id);
        Assert.Equal(("Renamed", "Pending"), ((string?)prospect["CompanyName"], (string?)prospect["B2BProspectStatus"]));
        Assert.Contains("Gouda", (string?)prospect["FormattedAddress"]);
        Assert.Empty(await sandbox.RowsAsync("/_sandbox/mails"));
    }

    [Fact]
    public async Task T4_CustomersMadeBeforeTheDecision_LeaveTheProspectPending()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();

        await sandbox.PostAsync("/data/CustomersV3", Customers.Organization("L'Épicerie & Fils"));

        Assert.Equal("Pending", (string?)(await sandbox.ProspectAsync(id))["B2BProspectStatus"]);
    }

    [Fact]
    public async Task T5_Approve_SetsApproved()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();

        await sandbox.ApproveAsync(id);

        Assert.Equal("Approved", (string?)(await sandbox.ProspectAsync(id))["B2BProspectStatus"]);
    }

    [Fact]
    public async Task T6_Reject_SetsRejectedAndMakesNothing()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();

        await sandbox.RejectAsync(id);

        Assert.Equal("Rejected", (string?)(await sandbox.ProspectAsync(id))["B2BProspectStatus"]);
        Assert.Empty(await sandbox.CustomersAsync("Person"));
        Assert.Empty(await sandbox.RowsAsync("/data/CustomerHiearchies"));
    }

    [Fact]
    public async Task T7_RejectAfterCustomersWereMade_LeavesThem()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();
        await sandbox.PostAsync("/data/CustomersV3", Customers.Organization("L'Épicerie & Fils"));

        await sandbox.RejectAsync(id);

        Assert.Single(await sandbox.CustomersAsync("Organization"));
    }

    [Fact]
    public async Task T8_SameApprovalAgain_DoublesNothing()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();
        await sandbox.ApproveAsync(id);
        var etag = (string?)(await sandbox.ProspectAsync(id))["@odata.etag"];

        await sandbox.ApproveAsync(id);

        Assert.Equal(etag, (string?)(await sandbox.ProspectAsync(id))["@odata.etag"]);
        Assert.Single(await sandbox.RowsAsync("/data/CustomerHiearchies"));
        Assert.Single(await sandbox.CustomersAsync("Person"));
        Assert.Single(await sandbox.RowsAsync("/_sandbox/mails"));
    }

    [Fact]
    public async Task T9_SameRejectionAgain_QueuesNoSecondMail()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();
        await sandbox.RejectAsync(id);
        await sandbox.RunAsync("send-email-notification");

        await sandbox.RejectAsync(id);

        Assert.Equal("Sent", (string?)Assert.Single(await sandbox.RowsAsync("/_sandbox/mails"))["state"]);
    }

    [Theory]
    [InlineData("Approved", "Rejected", "cannot be turned into a rejection")] // X1
    [InlineData("Rejected", "Approved", "A new onboarding request is needed")] // X2
    [InlineData("Approved", "Pending", "cannot go back to pending")] // X4
    [InlineData("Rejected", "Pending", "cannot go back to pending")] // X4
    [InlineData("Pending", "Unknown", "cannot be set")]
    public async Task X1X2X4_IllegalStep_IsRefusedAndChangesNothing(string from, string to, string sentence)
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();
        if (from != "Pending")
        {
            await sandbox.DecideAsync(id, from);
        }

        var (status, error) = await sandbox.DecideAsync(id, to);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Write failed for table row of type", error);
        Assert.Contains(sentence, error);
        Assert.Equal(from, (string?)(await sandbox.ProspectAsync(id))["B2BProspectStatus"]);
    }

    [Fact]
    public async Task X5_ProspectOfUnknownStatus_CannotBeDecided()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await CommerceSandbox.StartAsync(options => options.StorePath = folder.File("commerce.db")))
        {
            await first.PendingAsync();
        }

        using (var store = EmulatorStore.Open(folder.File("commerce.db")))
        {
            store.Write(session =>
            {
                var row = session.Get("Prospects", "USRT|P-000001")!;
                row["B2BProspectStatus"] = "Unknown";
                session.Put("Prospects", "USRT|P-000001", row);
            });
        }

        await using var sandbox = await CommerceSandbox.StartAsync(options => options.StorePath = folder.File("commerce.db"));
        var (status, error) = await sandbox.DecideAsync("P-000001", "Approved");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("a person has to look at it", error);
    }

    [Fact]
    public async Task X6_OrdinaryProspect_CannotBeApproved()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var prospect = await sandbox.PostAsync("/data/Prospects", new JObject { ["ProspectName"] = "Ada Byron", ["CompanyName"] = "Engines" });

        var (status, error) = await sandbox.DecideAsync((string)prospect["ProspectId"]!, "Approved");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("not a B2B prospect", error);
    }

    [Fact]
    public async Task Approval_ThatFails_RollsEverythingBack()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();
        await sandbox.SendAsync(HttpMethod.Patch, $"/data/OnlineChannelV2s('{CommerceSandbox.Us}')", new JObject { ["DefaultCustomerAccount"] = "GONE" });

        var (status, error) = await sandbox.DecideAsync(id, "Approved");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("no default customer", error);
        Assert.Equal("Pending", (string?)(await sandbox.ProspectAsync(id))["B2BProspectStatus"]);
        Assert.Empty(await sandbox.RowsAsync("/_sandbox/mails"));
    }

    [Fact]
    public async Task Decisions_AtTheSameTime_TakeEffectOnce()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => sandbox.DecideAsync(id, at % 2 == 0 ? "Approved" : "Rejected")));

        Assert.Equal(4, answers.Count(answer => answer.Status == HttpStatusCode.NoContent));
        Assert.Single(await sandbox.RowsAsync("/_sandbox/mails"));
    }
}
