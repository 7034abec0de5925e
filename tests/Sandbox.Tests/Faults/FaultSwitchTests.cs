using System.Net;
using B2BConnector.Host;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Faults;

/// <summary>Where the systems of a sandbox take fault switches, and when not.</summary>
public sealed class FaultSwitchTests
{
    [Theory]
    [InlineData("Development", HttpStatusCode.OK)]
    [InlineData("Production", HttpStatusCode.Forbidden)]
    [InlineData("Staging", HttpStatusCode.Forbidden)]
    public async Task Switches_OfEverySystem_WorkInDevelopmentOnly(string environment, HttpStatusCode expected)
    {
        var options = new SandboxOptions
        {
            Root = Repository.Root,
            Data = null,
            Environment = environment,
            ConnectorPort = 0,
            CommercePort = 0,
            DataversePort = 0,
            RuntimePort = 0,
            ConsolePort = 0,
        };
        await using var sandbox = await SandboxApp.StartAsync(options);
        using var http = new HttpClient();

        foreach (var (system, path) in new[]
        {
            (sandbox.Addresses.Commerce, "/_sandbox/faults"),
            (sandbox.Addresses.Dataverse, "/_sandbox/faults"),
            (sandbox.Addresses.Dataverse, "/_sandbox/callback-faults"),
            (sandbox.Addresses.Runtime, "/apim/_sandbox/faults"),
        })
        {
            using var answer = await http.GetAsync(new Uri(system, path));
            Assert.Equal((path, expected), (path, answer.StatusCode));
        }
    }
}
