using System.Globalization;
using B2BConnector.Host.Services;

namespace B2BConnector.Sandbox.Tests.Demo;

public sealed class PortTests
{
    [Fact]
    public void Free_Ports_AreInABlockThatNoOtherProcessCanClaim()
    {
        var port = LoopbackPort.Require(0, "test", "--port");
        var block = PortBlock.First + ((port - PortBlock.First) / PortBlock.Size * PortBlock.Size);

        Assert.Throws<IOException>(() => new FileStream(Path.Combine(PortBlock.Folder, block.ToString(CultureInfo.InvariantCulture)), FileMode.Open, FileAccess.ReadWrite, FileShare.None));
    }

    [Fact]
    public void Free_AskedAHundredTimes_GivesEachOnce()
    {
        var ports = Enumerable.Range(0, 100).Select(_ => LoopbackPort.Require(0, "test", "--port")).ToList();

        Assert.Equal(ports.Count, ports.Distinct().Count());
        Assert.All(ports, port => Assert.InRange(port, PortBlock.First, PortBlock.Last));
    }

    [Fact]
    public void Blocks_ClaimedByOneProcess_DoNotOverlap()
    {
        var (one, other) = (PortBlock.Claim(), PortBlock.Claim());

        Assert.Empty(one.Ports().Intersect(other.Ports()));
        Assert.Equal(PortBlock.Size, one.Ports().Distinct().Count());
    }
}
