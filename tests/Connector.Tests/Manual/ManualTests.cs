using B2BConnector.Connector.Tests.Contract;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Manual;

/// <summary>connector/Requests.http names every operation, and each of its requests works when sent in their order.</summary>
public sealed class ManualTests
{
    [Fact]
    public void Manual_Requests_NameEveryOperationOnce()
    {
        var operations = CheckedInContract.Load().Operations;

        Assert.Equal(operations.Select(operation => operation.Id).Order(), ManualRequest.All.Select(request => request.Name).Order());
        Assert.All(operations.Where(operation => operation.Json["parameters"]?.ToJsonString().Contains("IdempotencyKey", StringComparison.Ordinal) == true), operation =>
            Assert.True(ManualRequest.All.Single(request => request.Name == operation.Id).Headers.ContainsKey("Idempotency-Key"), operation.Id));
    }

    [Fact]
    public async Task Manual_SentFromTopToBottom_SucceedsThroughout()
    {
        var commerce = new FakeCommerce();
        commerce.Tables.AddProspect("P-1", email: "ann.beebe@fabrikam.example");
        commerce.Tables.AddProspect("P-2", email: "other@other.example", company: "Other");
        await using var connector = await TestConnector.StartAsync(new() { ["Onboarding:Route"] = "Prospects" }, withFeed: true, commerce: commerce);
        connector.Client.DefaultRequestHeaders.Remove("X-Api-Key");
        var token = "";
        string Value(string variable) => variable switch
        {
            "key" => TestConfiguration.AllRolesKey,
            "legalEntity" => "usrt",
            "callback" => "https://prod-01.westeurope.logic.azure.com/workflows/1?sig=2",
            "token" => token,
            "prospect" => "P-1",
            "otherProspect" => "P-2",
            "account" => commerce.Tables.Of("CustomersV3").First(row => row["PartyType"]!.ToString() == "Organization")["CustomerAccount"]!.ToString(),
            "user" => commerce.Tables.Of("CustomerHierarchyNodes").First(row => row["Role"]!.ToString() == "User")["NodePartyNumber"]!.ToString(),
            _ => throw new InvalidOperationException($"Requests.http uses the variable {variable}, which this test does not know."),
        };

        foreach (var request in ManualRequest.All)
        {
            using var message = request.Fill(Value);
            using var response = await connector.Client.SendAsync(message);

            Assert.True(response.IsSuccessStatusCode, $"{request.Name}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
            Assert.Equal(request.Name, Operation(message));
            token = request.Name == "WhenProspectCreated" ? response.Headers.Location!.OriginalString.Split('/')[^1] : token;
        }
    }

    /// <summary>The operation that the contract has under method and path of a request.</summary>
    private static string Operation(HttpRequestMessage message)
    {
        var segments = message.RequestUri!.AbsolutePath.Split('/');
        return CheckedInContract.Load().Operations
            .Where(operation => operation.Method == message.Method.Method && operation.Path.Split('/') is var path && path.Length == segments.Length
                && path.Zip(segments).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second))
            .MinBy(operation => operation.Path.Count(sign => sign == '{'))!.Id;
    }
}
