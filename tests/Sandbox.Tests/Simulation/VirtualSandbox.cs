using B2BConnector.Host;
using B2BConnector.Sandbox.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Sandbox.Tests.Simulation;

/// <summary>What every whole sandbox under virtual time has in common: in memory, free ports, no log, one clock, one seed.</summary>
internal static class VirtualSandbox
{
    public static SandboxOptions Options(VirtualTime time, int seed)
    {
        var options = new SandboxOptions
        {
            Root = Repository.Root,
            Data = null,
            ConsolePort = 0,
            ConnectorPort = 0,
            CommercePort = 0,
            DataversePort = 0,
            RuntimePort = 0,
            Time = time,
            Seed = seed,
            FeedInterval = TimeSpan.FromMinutes(1),
            LogLevel = LogLevel.None,
        };
        options.Hooks.Busy = time.Part;

        // As in production: two triggers that ask in the same moment share a look.
        options.Hooks.Connector += builder => builder.Configuration.AddInMemoryCollection([new("Feed:Freshness", "00:00:05")]);
        return options;
    }
}
