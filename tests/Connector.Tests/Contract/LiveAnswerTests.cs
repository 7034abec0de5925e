using B2BConnector.Connector.Tests.Customers;
using B2BConnector.Connector.Tests.Partners;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Rules 47 and 84: every operation is called once, and what it answers is what the contract says, without a null.</summary>
public sealed class LiveAnswerTests
{
    private const string Callback = "https://prod-01.westeurope.logic.azure.com/workflows/1?sig=2";

    [Fact]
    public async Task Rule47And84_EveryOperation_AnswersAsTheContractSays()
    {
        var contract = CheckedInContract.Load();
        var commerce = new FakeCommerce();
        commerce.Tables.AddProspect("P-1");
        commerce.Tables.AddProspect("P-2", email: "bob@other.example", company: "Other");
        await using var connector = await TestConnector.StartAsync(new() { ["Onboarding:Route"] = "Prospects" }, withFeed: true, commerce: commerce);
        var calls = new (string Id, Func<Task<HttpResponseMessage>> Call)[]
        {
            ("TestConnection", () => connector.GetAsync("/connection")),
            ("ListLegalEntities", () => connector.GetAsync("/legal-entities")),
            ("ListCustomerGroups", () => connector.GetAsync("/legal-entities/usrt/customer-groups")),
            ("ListChannels", () => connector.GetAsync("/channels")),
            ("UpdateProspect", () => connector.PatchAsync("/prospects/usrt/P-1", "{\"department\":\"Purchasing\",\"address\":{\"city\":\"Redmond\"}}")),
            ("ListProspects", () => connector.GetAsync("/prospects?pageSize=1")),
            ("WhenProspectCreatedPolling", () => connector.GetAsync("/triggers/prospect-created")),
            ("SubmitOnboardingRequest", () => connector.PostAsync("/onboarding-requests", "{\"legalEntity\":\"usrt\",\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"a@b.example\",\"companyName\":\"C\"}")),
            ("EnsureCustomers", () => connector.PostAsync("/prospects/usrt/P-1/customers", CustomerBodies.Usual)),
            ("ApproveProspect", () => connector.PostAsync("/prospects/usrt/P-1/approve")),
            ("RejectProspect", () => connector.PostAsync("/prospects/usrt/P-2/reject")),
            ("GetProspect", () => connector.GetAsync("/prospects/usrt/P-1")),
            ("AddPartnerUser", () => connector.PostAsync(Partner(commerce) + "/users", PartnerBodies.Bob)),
            ("GetCustomerHierarchy", () => connector.GetAsync(Partner(commerce) + "/hierarchy")),
            ("ListPartnerUsers", () => connector.GetAsync(Partner(commerce) + "/users")),
            ("UpdatePartnerUser", () => connector.PatchAsync(Partner(commerce) + "/users/" + UserParty(commerce), "{\"phone\":\"42\"}")),
            ("SetCreditLimit", () => connector.PatchAsync(Partner(commerce) + "/credit-limit", "{\"amount\":1000}")),
            ("GetCreditLimit", () => connector.GetAsync(Partner(commerce) + "/credit-limit")),
            ("GetJobStatus", () => connector.GetAsync("/jobs/PullRequests")),
            ("CheckEnvironment", () => connector.GetAsync("/legal-entities/usrt/check")),
            ("RemovePartnerUser", () => connector.DeleteAsync(Partner(commerce) + "/users/" + UserParty(commerce))),
            ("ReleaseApprovals", () => connector.PostAsync("/approvals/usrt/release")),
            ("WhenProspectDecidedPolling", () => DecidedAsync(connector)),
            ("WhenProspectCreated", () => connector.PostAsync("/subscriptions/prospect-created", new { callbackUrl = Callback })),
            ("WhenProspectDecided", () => connector.PostAsync("/subscriptions/prospect-decided?legalEntity=usrt&source=All", new { callbackUrl = Callback })),
            ("DeleteSubscription", () => DeletedAsync(connector)),
            ("ListDeadDeliveries", () => connector.GetAsync("/subscriptions/dead-deliveries")),
            ("RetryDeadDeliveries", () => connector.PostAsync("/subscriptions/dead-deliveries/retry")),
        };
        Assert.Equal(contract.Operations.Select(operation => operation.Id).Order(), calls.Select(call => call.Id).Order());

        foreach (var (id, call) in calls)
        {
            using var response = await call();
            var operation = contract.Operations.Single(candidate => candidate.Id == id);
            var answer = response.StatusCode == System.Net.HttpStatusCode.NoContent ? null : await TestConnector.JsonAsync(response);
            Assert.Empty(AnswerCheck.Problems(contract, operation, (int)response.StatusCode, answer));
        }
    }

    private static string Partner(FakeCommerce commerce) =>
        "/partners/usrt/" + commerce.Tables.Of("CustomersV3").First(row => row["PartyType"]?.ToString() == "Organization")["CustomerAccount"];

    private static string UserParty(FakeCommerce commerce) =>
        commerce.Tables.Of("CustomerHierarchyNodes").First(row => row["Role"]!.ToString() == "User")["NodePartyNumber"]!.ToString();

    /// <summary>Begins to follow decisions before one is made, and asks after it.</summary>
    private static async Task<HttpResponseMessage> DecidedAsync(TestConnector connector)
    {
        connector.Commerce.Tables.AddProspect("P-3");
        await connector.LookAsync();
        using var start = await connector.GetAsync("/triggers/prospect-decided?source=All");
        await connector.PostAsync("/prospects/usrt/P-3/reject");
        return await connector.GetAsync(start.Headers.Location!.OriginalString);
    }

    private static async Task<HttpResponseMessage> DeletedAsync(TestConnector connector)
    {
        using var subscribed = await connector.PostAsync("/subscriptions/prospect-decided", new { callbackUrl = Callback });
        return await connector.Client.DeleteAsync(subscribed.Headers.Location);
    }
}
