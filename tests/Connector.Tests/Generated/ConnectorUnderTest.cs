using System.Globalization;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Partners;
using B2BConnector.Connector.Tests.Support;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>A connector with a little of everything in Commerce, watched in all it changes there and in its own store.</summary>
internal sealed class ConnectorUnderTest : IAsyncDisposable
{
    public const string LegalEntity = "usrt";
    public const string Pending = "P-1";
    public const string Approved = "P-YES";
    public const string Organization = "C-ORG";
    public const string User = "PTY-BOB";
    public const string Callback = "https://prod-01.westeurope.logic.azure.com/workflows/";
    public const string SubscriberKey = "key-of-a-subscriber-0123456789abcd";

    /// <summary>Keys of prospects that Commerce may hold.</summary>
    public static readonly IReadOnlyList<string> OddIds = ["O'Hara & Co (1)", "\u4E2D\u6587 \u0645\u0631\u062D", "P.1_#+-", "''''", "\u00C9t\u00E9 7", "P 2"];

    private readonly StoreComparison _store;
    private readonly Work _work;
    private int _number;
    private int _writes;

    private ConnectorUnderTest(TestConnector connector, UpstreamCheck upstream, Work work)
    {
        _work = work;
        Connector = connector;
        Upstream = upstream;
        _store = new StoreComparison(Path.Combine(connector.Folder, "connector.db"));
    }

    public TestConnector Connector { get; }

    public UpstreamCheck Upstream { get; }

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(10), UseCookies = false, RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Ends the one subscription there is.</summary>
    public string Token { get; private set; } = "";

    /// <summary>Where fields need another state than this subject has: roles other than that of the user, contacts, another channel.</summary>
    public static bool CanBeSent(string field) => field is not ("channel" or "isEnabled" or "role");

    public static async Task<ConnectorUnderTest> BeginAsync()
    {
        var commerce = new FakeCommerce();
        var (upstream, work) = (new UpstreamCheck(), new Work());
        commerce.Before = upstream.Look;
        commerce.Tables.AddPartner();
        commerce.Tables.AddPerson("C-BOB", User, "bob@fabrikam.example");
        commerce.Tables.AddMember(User, "User");
        commerce.Tables.AddProspect(Pending);
        foreach (var id in OddIds)
        {
            commerce.Tables.AddProspect(id);
        }

        var approved = commerce.Tables.AddProspect(Approved, status: "Approved", email: "carl@northwind.example", company: "Northwind");
        commerce.Tables.AddHierarchy(approved);
        commerce.Tables.AddCustomer("C-CARL", "Person", "PTY-" + Approved, email: "carl@northwind.example");
        var settings = new Dictionary<string, string?>
        {
            ["Onboarding:Route"] = "Prospects",
            ["Authentication:ApiKeys:2:name"] = "subscriber",
            ["Authentication:ApiKeys:2:key"] = SubscriberKey,
            ["Authentication:ApiKeys:2:roles:0"] = "Subscription.Manage",
        };
        var connector = await TestConnector.StartAsync(settings, withFeed: true, commerce: commerce, more: builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Services.AddSingleton<BusyReport>(work.Report);
            builder.Services.AddSingleton<IInterceptor, UnsyncedStore>();
        });
        var subject = new ConnectorUnderTest(connector, upstream, work);
        using var subscribed = await connector.PostAsync("/subscriptions/prospect-decided", new { callbackUrl = Callback + "0" });
        subject.Token = subscribed.Headers.Location!.Segments[^1];
        return subject;
    }

    public string AddProspect()
    {
        var id = "N-" + (++_number).ToString(CultureInfo.InvariantCulture);
        Connector.Commerce.Tables.AddProspect(id, email: $"new{_number}@fabrikam.example", company: $"New {_number}");
        return id;
    }

    /// <summary>From here on <see cref="ChangesAsync"/> counts.</summary>
    public async Task RememberAsync()
    {
        // What earlier calls left to the background must not look like the work of this one.
        await _work.WhenDoneAsync();
        _store.Remember();
        _writes = Upstream.Writes;
    }

    /// <summary>What changed in Commerce and in the connector's store.</summary>
    public async Task<List<string>> ChangesAsync()
    {
        await _work.WhenDoneAsync();
        var changes = _store.Change() is { } change ? new List<string> { "the store " + change } : [];
        return Upstream.Writes == _writes ? changes : [.. changes, "Commerce was written to"];
    }

    /// <summary>Nobody waits for this prospect any more.</summary>
    public void Settle(string id) => Connector.Commerce.Tables.Change(
        Connector.Commerce.Tables.Of("Prospects").Single(row => row["ProspectId"]!.ToString() == id), new JsonObject { ["B2BProspectStatus"] = "Rejected" });

    public async Task<Answer> SendAsync(GeneratedRequest request)
    {
        using var message = request.ToMessage(Connector.Client.BaseAddress!);
        using var response = await Client.SendAsync(message);
        return await Answer.ReadAsync(response);
    }

    public async Task<JsonNode?> ReadAsync(string path)
    {
        using var response = await Connector.GetAsync(path);
        return response.IsSuccessStatusCode ? JsonNode.Parse(await response.Content.ReadAsStringAsync()) : null;
    }

    public async ValueTask DisposeAsync()
    {
        _store.Dispose();
        Client.Dispose();
        await Connector.DisposeAsync();
    }
}
