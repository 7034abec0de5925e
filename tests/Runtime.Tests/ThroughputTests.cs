using System.Diagnostics;
using B2BConnector.Runtime.Tests.Support;
using Xunit.Abstractions;

namespace B2BConnector.Runtime.Tests;

public sealed class ThroughputTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Engine_ManyRunsOnSqlite_IsQuick()
    {
        const int Runs = 100;
        const int Actions = 40;
        using var folder = new ProjectFolder();
        var actions = string.Join(',', Enumerable.Range(0, Actions).Select(i => $$$"""
            "A{{{i}}}":{"type":"Compose","inputs":{"n":"@add(1,{{{i}}})","body":"@triggerBody()"},"runAfter":{{{(i == 0 ? "{}" : $"{{\"A{i - 1}\":[\"Succeeded\"]}}")}}}}
            """));
        folder.WithActions("main", $"{{{actions}}}");
        await using var engine = await TestEngine.StartAsync(folder, store: folder.StorePath);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Runs).Select(i => engine.InvokeAsync("main", new string('x', 500))));
        await engine.Engine.Activity.WhenIdleAsync();
        output.WriteLine($"{Runs * Actions / watch.Elapsed.TotalSeconds:0} actions per second");
        Assert.All(engine.Runs("main"), run => Assert.Equal("Succeeded", (string?)engine.Engine.History.Run("main", run)!["properties"]!["status"]));

        // A slow machine under load still stays far above this.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed} for {Runs} runs of {Actions} actions");
    }
}
