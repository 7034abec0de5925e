using System.Net;
using System.Net.Sockets;
using B2BConnector.Console.Tests.Support;
using B2BConnector.Host;

namespace B2BConnector.Console.Tests.Pages;

[Collection(nameof(ConsoleSandbox))]
public sealed class StartTests
{
    [Fact]
    public async Task Start_PortTaken_SaysWhichOneAndWhatToDo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var options = new SandboxOptions { Root = Repository.Root, Data = null, ConsolePort = port };

        var failure = await Assert.ThrowsAsync<SandboxFailure>(() => SandboxApp.StartAsync(options, SandboxServices.Console));

        Assert.Equal($"Port {port} of the console is taken by another program. Stop that one, or choose another port with --console-port.", failure.Message);
    }
}
