using System.Diagnostics;
using B2BConnector.Connector.Feed;
using Microsoft.Extensions.DependencyInjection;

namespace B2BConnector.Benchmarks.Connector;

/// <summary>Passes of the change feed over many pending prospects, of which few changed.</summary>
internal static class FeedBenchmark
{
    private const int Changes = 100;

    public static async Task<bool> RunAsync(TextWriter output)
    {
        var all = true;
        foreach (var prospects in new[] { 10_000, 100_000 })
        {
            all &= await RunAsync(output, prospects);
        }

        return all;
    }

    private static async Task<bool> RunAsync(TextWriter output, int prospects)
    {
        using var commerce = new ManyProspects(prospects);
        await using var subject = await Subject.StartAsync(commerce, new Dictionary<string, string?> { ["Feed:PatienceOfTriggers"] = "00:30:00" });
        var feed = subject.Services.GetRequiredService<ProspectFeed>();
        await output.WriteLineAsync($"feed over {prospects:N0} pending prospects");
        await PassAsync("first pass", 0);
        await PassAsync("no change", 0);
        var ok = true;
        for (var round = 1; round <= 5; round++)
        {
            ok &= await PassAsync($"{Changes} changes", Changes);
        }

        return ok;

        async Task<bool> PassAsync(string what, int changes)
        {
            commerce.Change(changes);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            commerce.Forget();
            var (allocated, start) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
            await feed.RefreshAsync(CancellationToken.None);
            var (took, bytes, peak) = (Stopwatch.GetElapsedTime(start), GC.GetTotalAllocatedBytes(precise: true) - allocated, commerce.Peak);
            var after = GC.GetTotalMemory(forceFullCollection: true);
            await output.WriteLineAsync(
                $"  {what,-12} {took.TotalMilliseconds,8:F0} ms, {commerce.Pages,3} pages, {commerce.SingleReads,4} single reads, allocated {bytes / 1e6,7:F1} MB, at most {Math.Max(0, peak - before) / 1e6,6:F1} MB more alive than before, {after / 1e6,6:F1} MB after");

            // Pages of what is pending, and one read for each that is pending no more.
            return commerce.Pages <= (prospects + 9_999 + (changes * 5)) / 10_000 + 1 && commerce.SingleReads <= changes;
        }
    }
}
