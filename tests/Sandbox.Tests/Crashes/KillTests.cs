using System.Globalization;
using System.Text.Json.Nodes;
using B2BConnector.Sandbox.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>kill -9 of the running executable, spread over the whole demo: nothing is lost, nothing is doubled.</summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Kill")]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 10;
    private const string FirstStage = "Partners send the form";
    private const string LastStage = "Runs of the workflows end";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Demo_TenKillsSpreadOverItsLength_EndsEveryStoryOnce()
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("B2B_SEED") ?? "20261122", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        var length = await LengthAsync();
        output.WriteLine($"seed {seed} (B2B_SEED), the demo takes {length.TotalSeconds:0.0} s from its first stage on");
        var hits = 0;
        for (var i = 0; i < Kills; i++)
        {
            var share = (i + random.NextDouble()) / Kills;
            using var folder = new TemporaryFolder();
            var ports = HostProcess.SamePorts();
            var moment = length * share;
            while (await KilledAsync(moment, folder, ports) is { } faster)
            {
                // The machine has less to do than when the demo was measured: this one was over before the kill.
                output.WriteLine($"the demo took {faster.TotalSeconds:0.00} s only");
                (length, moment) = (faster, faster * share);
            }

            var unfinished = Unfinished(Path.Combine(folder.Path, "demo"));
            hits += unfinished.Total > 0 ? 1 : 0;
            output.WriteLine($"kill {i + 1} after {moment.TotalSeconds:0.00} s: {unfinished.Runs} runs, {unfinished.Callbacks} callbacks, {unfinished.Requests} requests without a lead");

            using var again = HostProcess.Start(["demo", "--keep", "--json", "--data", folder.Path, .. ports]);
            Assert.True(await again.EndAsync(Patience) == 0, $"kill {i + 1} after {moment}, seed {seed}\n{again.Output}\n{again.Errors}");
            Assert.Equal(0, (int)JsonNode.Parse(again.Output)!["failed"]!);
        }

        Assert.True(hits >= 8, $"Only {hits} of {Kills} kills hit unfinished work, seed {seed}.");
    }

    /// <summary>From the first form on until the last workflow has ended.</summary>
    private static async Task<TimeSpan> LengthAsync()
    {
        using var folder = new TemporaryFolder();
        using var demo = HostProcess.Start("demo", "--data", folder.Path);
        await demo.SeenAsync(FirstStage, Patience);
        var started = TimeProvider.System.GetTimestamp();
        await demo.SeenAsync(LastStage, Patience);
        var length = TimeProvider.System.GetElapsedTime(started);
        Assert.Equal(0, await demo.EndAsync(Patience));
        return length;
    }

    /// <summary>Starts a demo and kills it at the moment; gives its length when it was over before, and leaves nothing of it.</summary>
    private static async Task<TimeSpan?> KilledAsync(TimeSpan moment, TemporaryFolder folder, string[] ports)
    {
        using var killed = HostProcess.Start(["demo", "--keep", "--data", folder.Path, .. ports]);
        await killed.SeenAsync(FirstStage, Patience);
        var started = TimeProvider.System.GetTimestamp();
        var over = killed.SeenAsync(LastStage, Patience);
        if (await Task.WhenAny(over, ElapsedAsync(moment)) == over)
        {
            await over;
            var length = TimeProvider.System.GetElapsedTime(started);
            killed.Kill();
            Directory.Delete(Path.Combine(folder.Path, "demo"), recursive: true);
            return length;
        }

        killed.Kill();
        return null;
    }

    /// <summary>A moment in the life of another process is no event of this one: only the clock tells it.</summary>
    private static async Task ElapsedAsync(TimeSpan moment)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = TimeProvider.System.CreateTimer(_ => reached.SetResult(), null, moment, Timeout.InfiniteTimeSpan);
        await reached.Task;
    }

    private static (long Runs, long Callbacks, long Requests, long Total) Unfinished(string data)
    {
        var runs = Count(Path.Combine(data, "runtime.db"), "SELECT COUNT(*) FROM runs WHERE finished = 0");
        var callbacks = Count(Path.Combine(data, "dataverse.db"), "SELECT COUNT(*) FROM rows WHERE tbl = '$callbackjobs'");
        var leads = Count(Path.Combine(data, "dataverse.db"), "SELECT COUNT(*) FROM rows WHERE tbl = 'lead'");
        var requests = Count(Path.Combine(data, "commerce.db"), "SELECT COUNT(*) FROM rows WHERE tbl = 'ChannelRequests'") - leads;
        return (runs, callbacks, requests, runs + callbacks + requests);
    }

    private static long Count(string file, string query)
    {
        using var store = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = query;
        return (long)command.ExecuteScalar()!;
    }
}
