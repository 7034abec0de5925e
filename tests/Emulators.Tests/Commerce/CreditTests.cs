using System.Net;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Commerce;

/// <summary>Credit limits on the wire: BR-60, BR-61.</summary>
public sealed class CreditTests
{
    [Fact]
    public async Task Br61_CreditColumns_CanBeChangedAlone()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.ApproveAsync(await sandbox.PendingAsync());
        var organization = Assert.Single(await sandbox.CustomersAsync("Organization"));

        var (status, _, _) = await sandbox.SendAsync(
            HttpMethod.Patch,
            $"/data/CustomersV3(dataAreaId='usrt',CustomerAccount='{organization["CustomerAccount"]}')?cross-company=true",
            new JObject { ["CreditLimit"] = 2500.75, ["CreditLimitIsMandatory"] = "Yes", ["AllowOnAccount"] = "No" },
            ("If-Match", (string)organization["@odata.etag"]!));

        Assert.Equal(HttpStatusCode.NoContent, status);
        var now = Assert.Single(await sandbox.CustomersAsync("Organization"));
        Assert.Equal((2500.75m, "Yes", "No", (string?)organization["OrganizationName"]), ((decimal)now["CreditLimit"]!, (string?)now["CreditLimitIsMandatory"], (string?)now["AllowOnAccount"], (string?)now["OrganizationName"]));
    }

    [Fact]
    public async Task TemporaryLimit_OfACustomer_IsListedWithItsTime()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.PostAsync("/data/CustomersV3", Customers.Organization("Fabrikam"));
        var limit = new JObject { ["CustAccount"] = "US-000001", ["CustAccountDataArea"] = "usrt", ["FromDate"] = "2026-01-01T12:00:00Z", ["ToDate"] = "2026-02-01T12:00:00Z", ["CreditMax"] = 9000 };

        await sandbox.PostAsync("/data/TemporaryCreditLimits", limit);

        var row = Assert.Single(await sandbox.RowsAsync("/data/TemporaryCreditLimits?cross-company=true&$filter=CustAccountDataArea eq 'usrt' and CustAccount eq 'US-000001'"));
        Assert.Equal(("CL-000001", 9000m), ((string?)row["CreditLimitId"], (decimal)row["CreditMax"]!));
    }

    [Fact]
    public async Task TemporaryLimit_OfNobody_IsRefused()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Post, "/data/TemporaryCreditLimits", new JObject { ["CustAccount"] = "US-404", ["CustAccountDataArea"] = "usrt" });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("'Customer account'", (string?)body.SelectToken("error.innererror.message"));
    }

    [Fact]
    public async Task BatchJobs_NewestOfAJob_CanBeAskedFor()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.RunAsync("1010");
        await sandbox.RunAsync("P-0001");

        var row = Assert.Single(await sandbox.RowsAsync("/data/BatchJobs?cross-company=true&$filter=JobDescription eq '1010'&$orderby=StartDateTime desc&$top=20"));
        Assert.Equal("Finished", (string?)row["Status"]);
    }
}
