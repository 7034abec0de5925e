using System.Diagnostics;

namespace B2BConnector.Benchmarks.WorkflowTests;

/// <summary>How long a test of one workflow takes in process, once its workflow and its script are compiled.</summary>
internal static class WorkflowTestBenchmarks
{
    private const int WarmUps = 50;
    private const int Tests = 300;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(5);

    // One call of a child; and a script with four calls.
    private static readonly string[] Workflows = ["lead-qualified", "mirror-decision"];

    public static async Task<bool> RunAsync(TextWriter output)
    {
        await output.WriteLineAsync($".NET {Environment.Version}, {Environment.ProcessorCount} processors, one test after the other");
        var folder = Path.Combine(RepositoryRoot.Path, "workflows");
        var good = true;

        // Tests write their calls to the console.
        Console.SetOut(TextWriter.Null);
        foreach (var workflow in Workflows)
        {
            var times = Measure(folder, workflow);
            good &= times[Tests / 2] <= Limit;
            await output.WriteLineAsync(
                $"{workflow}: median {times[Tests / 2].TotalMilliseconds:F2} ms, 90 % below {times[Tests * 9 / 10].TotalMilliseconds:F2} ms, {Tests} tests; limit {Limit.TotalMilliseconds} ms");
        }

        return good;
    }

    private static List<TimeSpan> Measure(string folder, string workflow)
    {
        var times = new List<TimeSpan>();
        for (var i = -WarmUps; i < Tests; i++)
        {
            var start = Stopwatch.GetTimestamp();
            if (!new OneTest().Play(folder, workflow))
            {
                throw new InvalidOperationException($"The run of '{workflow}' did not succeed.");
            }

            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start));
            }
        }

        times.Sort();
        return times;
    }
}
