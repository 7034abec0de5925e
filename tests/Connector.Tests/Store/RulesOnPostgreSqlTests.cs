using B2BConnector.Connector.Tests.Approvals;
using B2BConnector.Connector.Tests.Checks;
using B2BConnector.Connector.Tests.Customers;
using B2BConnector.Connector.Tests.Feed;
using B2BConnector.Connector.Tests.Onboarding;
using B2BConnector.Connector.Tests.Support;
using B2BConnector.Connector.Tests.Support.PostgreSql;
using B2BConnector.Connector.Tests.Webhooks;

namespace B2BConnector.Connector.Tests.Store;

/// <summary>Every test whose outcome hangs on the store, once more on PostgreSQL.</summary>
[Trait("Tier", "Long")]
public sealed class RulesOnPostgreSqlTests
{
    private static readonly Type[] Classes =
    [
        typeof(LeaseTests),
        typeof(RestartTests),
        typeof(FeedTests),
        typeof(DeliveryTests),
        typeof(RetryTests),
        typeof(DeadDeliveryTests),
        typeof(SubscriptionTests),
        typeof(Webhooks.RestartTests),
        typeof(ApproveTests),
        typeof(UncertainDecisionTests),
        typeof(EnsureCustomersTests),
        typeof(OnboardingTests),
        typeof(UnfinishedAttemptTests),
        typeof(CheckEnvironmentTests),
    ];

    public static TheoryData<string, string, int> Rules
    {
        get
        {
            var rules = new TheoryData<string, string, int>();
            foreach (var (tests, method, row) in Classes.SelectMany(RulesOfTests.Of))
            {
                rules.Add(tests, method, row);
            }

            return rules;
        }
    }

    [PostgreSqlTheory]
    [MemberData(nameof(Rules))]
    public async Task Rule_OnPostgreSql_HoldsToo(string tests, string method, int row)
    {
        StoreUnderTest.Current = new DatabaseUnderTest(await PostgreSqlServer.GetAsync());

        await RulesOfTests.RunAsync(tests, method, row);
    }
}
