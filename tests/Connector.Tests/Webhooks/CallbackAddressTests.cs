using System.Net;
using System.Net.Sockets;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Delivery;
using B2BConnector.Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Tests.Webhooks;

/// <summary>A callback address is the wish of a stranger: none may lead to where only the connector can reach.</summary>
public sealed class CallbackAddressTests
{
    /// <summary>Listed as hosts, so that only the kind of their address keeps them from being called.</summary>
    private static readonly string[] ListedHosts =
    [
        "127.0.0.1", "169.254.169.254", "10.0.0.5", "168.63.129.16", "[::1]", "[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]", "[fe80::1]", "[fd00::5]", "0.0.0.0", "*.contoso.example", "hooks.contoso.example:8443",
    ];

    private static readonly string?[] Refused =
    [
        "https://127.0.0.1/x",
        "https://2130706433/x",
        "https://0x7f.1/x",
        "https://0177.0.0.1/x",
        "https://169.254.169.254/metadata/identity/oauth2/token",
        "https://2852039166/latest/meta-data",
        "https://10.0.0.5/x",
        "https://168.63.129.16/x",
        "https://[::1]/x",
        "https://[::ffff:169.254.169.254]/x",
        "https://[fe80::1]/x",
        "https://[fd00::5]/x",
        "https://0.0.0.0/x",
        "https://inside.contoso.example/x",
        "https://contoso.example/x",
        "https://attacker.example/x",
        "https://a.contoso.example.attacker.example/x",
        "https://a.contoso.example@attacker.example/x",
        "https://a.contoso.example:22/x",
        "https://hooks.contoso.example:8444/x",
        "http://a.contoso.example/x",
        "ftp://a.contoso.example/x",
        "//a.contoso.example/x",
        "not an address",
        "",
        null,
    ];

    private static readonly string[] Accepted =
    [
        "https://a.contoso.example/x?sig=1",
        "https://A.B.Contoso.Example:443/x",
        "https://a.contoso.example./x",
        "https://hooks.contoso.example:8443/x",
    ];

    [Fact]
    public async Task Rule62_SubscribingWithAnAddressThatMayNotBeCalled_IsRefused()
    {
        await using var connector = await StartInProductionAsync((host, _) => Task.FromResult(new[] { IPAddress.Parse(host == "inside.contoso.example" ? "10.0.0.5" : "20.50.2.1") }));

        foreach (var callback in Refused)
        {
            using var response = await connector.PostAsync("/subscriptions/prospect-created", new { callbackUrl = callback });
            Assert.Equal((callback, "400 callback_refused"), (callback, await TestConnector.ErrorAsync(response)));
        }
    }

    [Fact]
    public async Task Subscribing_WithAListedHost_IsAccepted()
    {
        await using var connector = await StartInProductionAsync((_, _) => Task.FromResult(new[] { IPAddress.Parse("20.50.2.1") }));

        foreach (var callback in Accepted)
        {
            using var response = await connector.PostAsync("/subscriptions/prospect-created", new { callbackUrl = callback });
            Assert.Equal((callback, 201), (callback, (int)response.StatusCode));
        }
    }

    [Theory]
    [InlineData("20.50.2.1", true)]
    [InlineData("2603:1020::1", true)]
    [InlineData("::ffff:20.50.2.1", true)]
    [InlineData("64:ff9b::20.50.2.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("10.2.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.9.10", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("0.1.2.3", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.2.2.3", false)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("::169.254.169.254", false)]
    [InlineData("64:ff9b::169.254.169.254", false)]
    [InlineData("64:ff9b:1::1", false)]
    [InlineData("2002:a9fe:a9fe::1", false)]
    [InlineData("2001:0:53aa:64c:0:0:0:1", false)]
    [InlineData("169.254.1.1", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("fd12::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("2001:db8::1", false)]
    public void Address_InProduction_IsCalledWhenItIsPublicOrListed(string address, bool expected) =>
        Assert.Equal(expected, Rules("Production").Allows(IPAddress.Parse(address)));

    [Fact]
    public void MetadataAddress_OfAListedNetwork_IsNeverCalled() =>
        Assert.False(Rules("Development", "0.0.0.0/0", "::/0").Allows(IPAddress.Parse("169.254.169.254")));

    [Fact]
    public async Task Host_ThatLeadsElsewhereWhenItIsCalled_IsNotConnectedTo()
    {
        using var inside = new TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        var port = ((IPEndPoint)inside.LocalEndpoint).Port;
        var lookups = 0;
        await using var delivering = await DeliveringConnector.StartAsync(
            new() { ["Webhooks:Hosts:0"] = $"flows.contoso.example:{port}" },
            environment: "Production",
            more: builder => builder.Services.AddSingleton<HostLookup>((_, _) => Task.FromResult(new[] { IPAddress.Parse(Interlocked.Increment(ref lookups) == 1 ? "20.50.2.1" : "127.0.0.1") })));
        var prospect = delivering.Commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();
        await delivering.SubscribedAsync($"https://flows.contoso.example:{port}/x");

        await delivering.CommerceSaysAsync("Rejected", prospect);

        Assert.Equal(2, lookups);
        Assert.False(inside.Pending());
        Assert.Contains(delivering.Connector.LogLines, line => line.Contains("leads to an address that may not be called", StringComparison.Ordinal));
        Assert.Equal(1, (await delivering.ReportAsync()).Waiting);
    }

    [Fact]
    public async Task Host_ThatIsCalled_IsCalledAtTheAddressThatWasChecked()
    {
        await using var receiver = await CallbackReceiver.StartAsync();
        var lookups = 0;
        await using var delivering = await DeliveringConnector.StartAsync(
            new() { ["Webhooks:Hosts:0"] = $"flows.contoso.example:{receiver.Port}" },
            receiver: receiver,
            more: builder => builder.Services.AddSingleton<HostLookup>((_, _) => Task.FromResult(new[] { IPAddress.Parse(Interlocked.Increment(ref lookups) <= 2 ? "127.0.0.1" : "169.254.169.254") })));
        var prospect = delivering.Commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();
        await delivering.SubscribedAsync($"http://flows.contoso.example:{receiver.Port}/x");

        await delivering.CommerceSaysAsync("Rejected", prospect);

        Assert.Equal(2, lookups);
        Assert.Equal($"flows.contoso.example:{receiver.Port}", Assert.Single(receiver.Received).Headers["Host"]);
    }

    [Fact]
    public async Task Rule62_RedirectOfTheReceiver_IsAFailureAndNotFollowed()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var prospect = delivering.Commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();
        await delivering.SubscribedAsync();
        delivering.Receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        await delivering.CommerceSaysAsync("Rejected", prospect);

        Assert.Equal("/callbacks/1", Assert.Single(delivering.Receiver.Received).Path);
        Assert.Equal(1, (await delivering.ReportAsync()).Waiting);
    }

    [Fact]
    public async Task Answer_WithoutAnEnd_IsNotReadToItsEnd()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var prospect = delivering.Commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();
        await delivering.SubscribedAsync();
        var cutOff = new TaskCompletionSource();
        delivering.Receiver.Answer = async (_, context) =>
        {
            var block = new byte[64 * 1024];
            try
            {
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.Body.WriteAsync(block, context.RequestAborted);
                }
            }
            catch (OperationCanceledException)
            {
                // What the test waits for.
            }

            cutOff.SetResult();
        };

        await delivering.CommerceSaysAsync("Rejected", prospect);
        await cutOff.Task.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(0, (await delivering.ReportAsync()).Waiting);
    }

    private static Task<TestConnector> StartInProductionAsync(HostLookup lookup) => TestConnector.StartAsync(
        ListedHosts.Select((host, index) => ($"Webhooks:Hosts:{index}", host)).ToDictionary(pair => pair.Item1, pair => (string?)pair.host),
        more: builder => builder.Services.AddSingleton(lookup));

    private static AddressRules Rules(string environment, params string[] networks)
    {
        var options = new WebhookOptions();
        foreach (var network in networks.DefaultIfEmpty("10.1.0.0/16"))
        {
            options.PrivateNetworks.Add(network);
        }

        return new AddressRules(Options.Create(options), new Named(environment));
    }

    private sealed class Named(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "test";

        public string ContentRootPath { get; set; } = ".";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
