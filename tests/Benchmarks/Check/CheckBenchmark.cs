using System.Diagnostics;
using B2BConnector.Runtime;

namespace B2BConnector.Benchmarks.Check;

/// <summary>
/// How long it takes to load and check a folder with one workflow of 500 actions: what the verb check does, and every start. The folder is
/// read from disk each time; warm means that the code has been compiled.
/// </summary>
internal static class CheckBenchmark
{
    private const int WarmUps = 60;
    private const int Rounds = 41;
    private const double LimitMilliseconds = 100;

    public static async Task<bool> RunAsync(TextWriter output)
    {
        await output.WriteLineAsync($".NET {Environment.Version}, {Environment.ProcessorCount} processors");
        var folder = Directory.CreateTempSubdirectory("b2b-check-");
        try
        {
            var actions = LargeWorkflow.Write(folder.FullName);
            return await MeasureAsync("no problem", folder.FullName, actions, expected: 0, output)
                & await MeasureAsync("a problem in every action", folder.FullName, LargeWorkflow.Write(folder.FullName, faulty: true), expected: actions, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> MeasureAsync(string what, string folder, int actions, int expected, TextWriter output)
    {
        var times = new List<double>();
        var found = 0;
        var (processor, allocated) = (TimeSpan.Zero, 0L);
        for (var round = -WarmUps; round < Rounds; round++)
        {
            if (round == 0)
            {
                (processor, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
            }

            var start = Stopwatch.GetTimestamp();
            found = WorkflowProject.Load(folder, new Dictionary<string, string>()).Problems.Count;
            if (round >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        processor = Environment.CpuUsage.TotalTime - processor;
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        times.Sort();
        var median = times[times.Count / 2];
        var good = median <= LimitMilliseconds && found == expected;
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{actions} actions, {what}: {median:F1} ms (fastest {times[0]:F1}, middle half {times[times.Count / 4]:F1} to {times[times.Count * 3 / 4]:F1}; {processor.TotalMilliseconds / Rounds:F1} ms of processors, {allocated / Rounds / 1024} KB), {found} problems; at most {LimitMilliseconds} ms: {(good ? "met" : "MISSED")}"));
        return good;
    }
}
