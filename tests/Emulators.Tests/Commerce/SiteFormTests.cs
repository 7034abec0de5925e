using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Commerce;

public sealed class SiteFormTests
{
    [Fact]
    public async Task Form_WithSeveralMistakes_NamesAllOfThem()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var form = new JObject
        {
            ["lastName"] = " ", ["email"] = "no-address", ["companyName"] = new string('x', 101), ["phone"] = "call me", ["companySize"] = -1,
            ["address"] = new JObject { ["country"] = "NL", ["latitude"] = 91 }, ["shoeSize"] = 42,
        };

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Post, $"/site/{CommerceSandbox.Us}/onboarding-requests", form);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("CE0001", (string?)body["error"]!["code"]);
        Assert.Equal(
            ["address.country", "address.latitude", "companyName", "companySize", "email", "firstName", "lastName", "phone", "shoeSize"],
            body["error"]!["details"]!.Select(detail => (string)detail["target"]!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("firstName", 50)]
    [InlineData("companyName", 100)]
    [InlineData("comments", 2000)]
    [InlineData("department", 60)]
    public async Task Form_TextAtItsLimit_IsAcceptedAndOneMoreIsNot(string field, int limit)
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var form = Forms.Full();
        form[field] = new string('ü', limit);
        await sandbox.SubmitAsync(form);
        form[field] = new string('ü', limit + 1);

        var (status, _, _) = await sandbox.SendAsync(HttpMethod.Post, $"/site/{CommerceSandbox.Us}/onboarding-requests", form);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task Form_AngleBrackets_AreStripped()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var form = Forms.Minimal();
        form["department"] = "<i>BL</i>";

        var prospect = await sandbox.ProspectAsync(await sandbox.PendingAsync(form));

        Assert.Equal("iBL/i", (string?)prospect["Department"]);
    }

    [Theory]
    [InlineData("firstName")]
    [InlineData("lastName")]
    [InlineData("companyName")]
    public async Task Form_MarkupInAName_IsRefused(string field)
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var form = Forms.Minimal();
        form[field] = "<script>alert(1)</script>";

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Post, $"/site/{CommerceSandbox.Us}/onboarding-requests", form);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("The signs < and > are not allowed.", body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_EmptyAddress_IsAccepted()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var form = Forms.Minimal();
        form["address"] = new JObject { ["street"] = "", ["country"] = null };

        var prospect = await sandbox.ProspectAsync(await sandbox.PendingAsync(form));

        Assert.Equal("", (string?)prospect["FormattedAddress"]);
    }

    [Theory]
    [InlineData("{\"firstName\":")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    public async Task Form_ThatIsNotAnObject_IsRefusedWithoutQuotingIt(string text)
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var response = await sandbox.Client.PostAsync($"/site/{CommerceSandbox.Us}/onboarding-requests", new StringContent(text, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var body = JObject.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("SBX0400", (string?)body["error"]!["code"]);
    }

    [Fact]
    public async Task Site_UnknownChannel_IsNotFound()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Post, "/site/nope/onboarding-requests", Forms.Full());

        Assert.Equal((HttpStatusCode.NotFound, "CE0002"), (status, (string?)body["error"]!["code"]));
    }
}
