using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Customers;

/// <summary>Headquarters decides on a prospect between the look of the connector and its write. Inferred: an approval makes what it does not find.</summary>
public sealed class DecidedMeanwhileTests
{
    private const string Path = "/prospects/usrt/P-1/customers";

    [Fact]
    public async Task Approved_WhileCommerceLetsUsWait_LeavesOneCustomerOfEachKind()
    {
        await using var connector = await TestConnector.StartAsync(Patient());
        var prospect = connector.Commerce.Tables.AddProspect("P-1");
        var refused = false;
        connector.Commerce.Before = request => request.Method == HttpMethod.Post && !refused && (refused = true) ? FakeCommerce.Status(429, "40") : null;
        connector.Commerce.Done = _ =>
        {
            if (refused)
            {
                Decide(connector, prospect, "Approved");
            }

            return Task.CompletedTask;
        };

        var answer = await TestConnector.JsonAsync(await connector.AfterPausesAsync(connector.PostAsync(Path, CustomerBodies.Usual), TimeSpan.FromSeconds(45)));

        Assert.Equal(("adopted", "C-ORG-P-1"), (Text(answer["organization"]!, "outcome"), Text(answer["organization"]!, "customerAccount")));
        Assert.Equal(("adopted", "C-PER-P-1"), (Text(answer["person"]!, "outcome"), Text(answer["person"]!, "customerAccount")));
        Assert.Equal(2, connector.Commerce.Tables.Of("CustomersV3").Count(IsOfProspect));
    }

    [Fact]
    public async Task Rejected_WhileCommerceLetsUsWait_MakesNothing()
    {
        await using var connector = await TestConnector.StartAsync(Patient());
        var prospect = connector.Commerce.Tables.AddProspect("P-1");
        var refused = false;
        connector.Commerce.Before = request => request.Method == HttpMethod.Post && (refused = true) ? FakeCommerce.Status(503, "5") : null;
        connector.Commerce.Done = _ =>
        {
            if (refused)
            {
                Decide(connector, prospect, "Rejected");
            }

            return Task.CompletedTask;
        };

        using var response = await connector.AfterPausesAsync(connector.PostAsync(Path, CustomerBodies.Usual), TimeSpan.FromSeconds(45));

        Assert.Equal("409 prospect_already_decided", await TestConnector.ErrorAsync(response));
        Assert.Single(connector.Commerce.Writes);
    }

    /// <summary>Nobody can keep headquarters from it; so it is said, again and again, until a person has merged them.</summary>
    [Fact]
    public async Task Approved_BetweenTheLookAndTheWrite_IsTold()
    {
        await using var connector = await TestConnector.StartAsync();
        var prospect = connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Before = request =>
        {
            if (request.Method == HttpMethod.Post)
            {
                Decide(connector, prospect, "Approved");
            }

            return null;
        };

        Assert.Equal("409 several_matches", await TestConnector.ErrorAsync(await connector.PostAsync(Path, CustomerBodies.Usual)));
        Assert.Equal("409 several_matches", await TestConnector.ErrorAsync(await connector.PostAsync(Path, CustomerBodies.Usual)));
        Assert.Single(connector.Commerce.Writes);
    }

    /// <summary>Another request of the same company is approved in that moment: this prospect is as it was.</summary>
    [Fact]
    public async Task Company_MadeForAnotherRequestBetweenTheLookAndTheWrite_IsTold()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        var other = connector.Commerce.Tables.AddProspect("P-2", email: "bob@fabrikam.example");
        connector.Commerce.Before = request =>
        {
            if (request.Method == HttpMethod.Post && Text(other, "B2BProspectStatus") == "Pending")
            {
                connector.Commerce.Tables.Change(other, new JsonObject { ["B2BProspectStatus"] = "Approved" });
                connector.Commerce.Tables.AddCustomer("C-ORG-P-2", "Organization", "PTY-ORG-P-2", name: "Fabrikam");
            }

            return null;
        };

        Assert.Equal("409 several_matches", await TestConnector.ErrorAsync(await connector.PostAsync(Path, CustomerBodies.Usual)));
        Assert.Single(connector.Commerce.Writes);
    }

    /// <summary>The index over party and legal entity refuses a second customer of one party.</summary>
    [Fact]
    public async Task Person_MadeBetweenTheLookAndTheWrite_IsAdopted()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Tables.AddCustomer("C-ORG-P-1", "Organization", "PTY-ORG-P-1", name: "Fabrikam");
        connector.Commerce.Before = request =>
        {
            if (request.Method != HttpMethod.Post)
            {
                return null;
            }

            connector.Commerce.Tables.AddCustomer("C-PER-P-1", "Person", "PTY-P-1", email: "ann@fabrikam.example");
            return FakeCommerce.Status(400);
        };

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(Path, CustomerBodies.Usual));

        Assert.Equal(("adopted", "C-PER-P-1"), (Text(answer["person"]!, "outcome"), Text(answer["person"]!, "customerAccount")));
    }

    /// <summary>Time limits that are longer than the pause, which the clock of the test jumps over.</summary>
    private static Dictionary<string, string?> Patient() => new() { ["Commerce:AttemptTimeLimit"] = "00:01:00", ["Commerce:TotalTimeLimit"] = "00:03:00" };

    private static void Decide(TestConnector connector, JsonObject prospect, string status)
    {
        if (Text(prospect, "B2BProspectStatus") == "Pending")
        {
            connector.Commerce.Tables.Change(prospect, new JsonObject { ["B2BProspectStatus"] = status });
            if (status == "Approved")
            {
                connector.Commerce.Tables.AddBothCustomers("P-1");
            }
        }
    }

    private static bool IsOfProspect(JsonObject customer) => Text(customer, "OrganizationName") == "Fabrikam" || Text(customer, "PrimaryContactEmail") == "ann@fabrikam.example";

    private static string? Text(JsonNode row, string name) => (string?)row[name];
}
