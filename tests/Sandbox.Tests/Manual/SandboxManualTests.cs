using System.Net.Http.Json;
using System.Text.Json.Nodes;
using B2BConnector.Commerce;
using B2BConnector.Host;
using B2BConnector.Sandbox.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Sandbox.Tests.Manual;

/// <summary>
/// The connector's manual on the sandbox: connector and Commerce, which share no type, agree on every operation in both buyer models, and
/// a user who was added signs in on the site.
/// </summary>
[Collection(nameof(HostProcess))]
public sealed class SandboxManualTests
{
    private const string Site = "/site/000000011";

    [Theory]
    [InlineData(BuyerModel.PersonCustomer)]
    [InlineData(BuyerModel.Contact)]
    public async Task Manual_OnTheSandbox_WorksAndTheAddedUserSignsIn(BuyerModel model)
    {
        var options = new SandboxOptions { Root = Repository.Root, Data = null, ConnectorPort = 0, CommercePort = 0, Seed = 1, LogLevel = LogLevel.None };
        options.Hooks.Commerce = commerce => commerce.BuyerModel = model;
        options.Hooks.Connector = connector => connector.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Customers:BuyerModel"] = model.ToString() });
        await using var app = await SandboxApp.StartAsync(options, SandboxServices.Connector | SandboxServices.Commerce);
        using var http = new HttpClient();
        var commerce = app.Addresses.Commerce.GetLeftPart(UriPartial.Authority);
        await OtherRequestAsync(http, commerce);
        ManualPlayer player = null!;
        player = new ManualPlayer(http, new Dictionary<string, Func<string>>
        {
            ["connector"] = () => app.Addresses.Connector.GetLeftPart(UriPartial.Authority),
            ["commerce"] = () => commerce,
            ["key"] = () => app.Secrets.ConnectorKey,
            ["legalEntity"] = () => "usrt",
            ["otherProspect"] = () => "P-000001",
            ["prospect"] = () => "P-000002",
            ["callback"] = () => commerce + "/nobody-listens",
            ["token"] = () => player.Locations["WhenProspectCreated"].Split('/')[^1],
            ["account"] = () => Text(player, "EnsureCustomers", "organization", "customerAccount"),
            ["user"] = () => Text(player, "AddPartnerUser", "user", "partyNumber"),
        });
        var signedIn = "";

        await player.PlayAsync(async name =>
        {
            if (name == "ListPartnerUsers")
            {
                await RunAsync(http, commerce, "1010");
                using var answer = await http.PostAsJsonAsync(new Uri(commerce + Site + "/sign-in"), new { email = "bob.ross@fabrikam.example" });
                signedIn = $"{(int)answer.StatusCode} {(await answer.Content.ReadFromJsonAsync<JsonObject>())!["role"]}";
            }
        });

        Assert.Equal("200 User", signedIn);
        Assert.Equal(("Central purchasing", "99"), (Text(player, "UpdateProspect", "department"), Text(player, "UpdateProspect", "address", "postBox")));
        Assert.Equal(Text(player, "ApproveProspect", "hierarchyId"), Text(player, "GetCustomerHierarchy", "hierarchyId"));
        Assert.Equal(["Admin ann.beebe@fabrikam.example Member", "User bob.ross@fabrikam.example Member"], player.Answers["ListPartnerUsers"]!["value"]!.AsArray().Select(user => $"{user!["role"]} {user["email"]} {user["state"]}"));
        Assert.Equal("+1 206 555 0177", Text(player, "UpdatePartnerUser", "user", "phone"));
        Assert.Equal("true", Text(player, "RemovePartnerUser", "wasMember"));
        Assert.Equal((25000m, "USD", "true"), (player.Answers["GetCreditLimit"]!["amount"]!.GetValue<decimal>(), Text(player, "GetCreditLimit", "currency"), Text(player, "GetCreditLimit", "isMandatory")));
        Assert.Equal("Finished", Text(player, "GetJobStatus", "state"));
        Assert.Equal(["Contoso B2B US (usrt)"], player.Answers["ListChannels"]!["value"]!.AsArray().Select(channel => channel!["name"]!.ToString()));
        Assert.DoesNotContain(player.Answers["CheckEnvironment"]!["checks"]!.AsArray(), check => check!["state"]!.ToString() == "Failed");
    }

    /// <summary>A request of somebody else, for the rejection.</summary>
    private static async Task OtherRequestAsync(HttpClient http, string commerce)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(commerce + Site + "/onboarding-requests"), new { firstName = "Bo", lastName = "Li", email = "bo.li@example.com", companyName = "BL" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await RunAsync(http, commerce, "P-0001");
        await RunAsync(http, commerce, "synchronize");
    }

    private static async Task RunAsync(HttpClient http, string commerce, string job)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{commerce}/jobs/{job}/run");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer sandbox-administrator");
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string Text(ManualPlayer player, string operation, params string[] path) =>
        path.Aggregate(player.Answers[operation], (node, name) => node![name])!.ToString();
}
