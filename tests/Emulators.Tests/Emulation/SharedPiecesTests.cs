using B2BConnector.Emulation;
using B2BConnector.Emulators.Tests.Commerce;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Emulators.Tests.Emulation;

public sealed class SharedPiecesTests
{
    [Theory]
    [InlineData("Bearer sandbox-seller", "sandbox-seller")]
    [InlineData("bearer sandbox-logicapp", "sandbox-logicapp")]
    [InlineData("id_token sandbox-connector", "sandbox-connector")]
    [InlineData("Bearer sandbox-", null)]
    [InlineData("Bearer seller", null)]
    [InlineData("Bearer sandbox-a b", null)]
    [InlineData("Basic sandbox-seller", null)]
    [InlineData("", null)]
    public void Caller_FromTheHeader_IsTheNameInTheToken(string header, string? expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Authorization = header;

        Assert.Equal(expected, context.Caller());
    }

    [Fact]
    public void Ids_OfTheSameSeed_AreTheSameAndVersion4()
    {
        var (first, second) = (IdSources.Seeded(7), IdSources.Seeded(7));
        var ids = Enumerable.Range(0, 5).Select(_ => first()).ToList();

        Assert.Equal(ids, Enumerable.Range(0, 5).Select(_ => second()));
        Assert.Equal(5, ids.Distinct().Count());
        Assert.All(ids.Append(IdSources.Random()), id => Assert.Equal(4, id.Version));
    }

    [Fact]
    public async Task SandboxRoutes_WithoutIdentity_TellNameAndTime()
    {
        await using var sandbox = await CommerceSandbox.StartAsync(options => options.Time = new FixedTime());
        sandbox.Client.DefaultRequestHeaders.Authorization = null;

        var health = await sandbox.GetAsync("/_sandbox/health");

        Assert.Equal(("Commerce", "ok", "memory"), ((string?)health["name"], (string?)health["status"], (string?)health["store"]));
        Assert.Equal("2026-01-02T03:04:05.000Z", (string?)(await sandbox.GetAsync("/_sandbox/clock"))["now"]);
    }

    [Fact]
    public async Task Trace_BeyondItsCapacity_KeepsOnlyTheLastRequests()
    {
        await using var sandbox = await CommerceSandbox.StartAsync(options => options.TraceCapacity = 2);
        for (var at = 0; at < 3; at++)
        {
            await sandbox.SendAsync(HttpMethod.Get, "/jobs");
        }

        Assert.Equal([2, 3], (await sandbox.RowsAsync("/_sandbox/requests")).Select(entry => (int)entry["number"]!));
    }

    [Fact]
    public async Task Port_TakenByAnother_FailsAtStart()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        await Assert.ThrowsAnyAsync<IOException>(() => CommerceSandbox.StartAsync(options => options.Url = sandbox.Client.BaseAddress!.ToString()));
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    }
}
