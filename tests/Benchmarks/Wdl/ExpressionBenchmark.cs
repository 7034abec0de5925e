using System.Diagnostics;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Benchmarks.Wdl;

/// <summary>
/// Evaluations per second on one core, of templates that are parsed already and of templates that are parsed each time, and what an
/// evaluation allocates. A second is a second of processor time of this process, its compiler and garbage collector included: on a busy
/// machine the clock would count what others do. What counts is the best of many short rounds: others who use the caches can only slow one down.
/// </summary>
internal static class ExpressionBenchmark
{
    private const double LeastParsed = 5_000_000;
    private const double LeastWithParsing = 500_000;
    private const double MostBytes = 250;
    private const int Rounds = 40;
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(10);

    public static async Task<bool> RunAsync(TextWriter output)
    {
        var run = new OneRun();
        var parsed = new List<double>();
        var parsing = new List<double>();
        var all = true;
        WarmUp(run);
        foreach (var (name, source) in MakerExpressions.All)
        {
            var template = Parse(source);
            var evaluate = () => template.Evaluate(run);
            var parse = () => Parse(source).Evaluate(run);
            var (fast, slow, bytes) = (Best(evaluate), Best(parse), Bytes(evaluate));
            parsed.Add(fast);
            parsing.Add(slow);
            all &= bytes <= MostBytes;
            await output.WriteLineAsync($"{(bytes <= MostBytes ? "ok    " : "MISSED")} {name}: {fast:N0}/s, {slow:N0}/s with parsing, {bytes:F0} bytes; gives {template.Evaluate(run).ToString(Newtonsoft.Json.Formatting.None)}");
        }
        return await SayAsync(output, "parsed once", Mean(parsed), LeastParsed) & await SayAsync(output, "with parsing", Mean(parsing), LeastWithParsing) & all;
    }

    /// <summary>Long enough for .NET's compiler to have optimized everything, on a busy machine, too.</summary>
    private static void WarmUp(OneRun run)
    {
        var templates = MakerExpressions.All.Select(e => Parse(e.Template)).ToList();
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUpTime)
        {
            templates.ForEach(t => t.Evaluate(run));
            foreach (var (_, source) in MakerExpressions.All)
            {
                Parse(source).Evaluate(run);
            }
        }
    }

    private static Template Parse(string source)
    {
        var problems = new List<Problem>();
        var template = Template.Compile(new JValue(source), "", problems);
        return problems.Count == 0 ? template : throw new InvalidOperationException(problems[0].ToString());
    }

    private static async Task<bool> SayAsync(TextWriter output, string what, double value, double least)
    {
        await output.WriteLineAsync($"{(value >= least ? "ok    " : "MISSED")} geometric mean {what}: {value:N0}/s (at least {least:N0})");
        return value >= least;
    }

    private static double Best(Func<JToken> once) => Enumerable.Range(0, Rounds).Max(_ => Round(once));

    private static double Round(Func<JToken> once)
    {
        const int Batch = 1024;
        var (count, start) = (0L, Environment.CpuUsage.TotalTime);
        TimeSpan elapsed;
        do
        {
            for (var i = 0; i < Batch; i++)
            {
                once();
            }
            count += Batch;
            elapsed = Environment.CpuUsage.TotalTime - start;
        }
        while (elapsed < Length);
        return count / elapsed.TotalSeconds;
    }

    private static double Bytes(Func<JToken> once)
    {
        const int Count = 10_000;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++)
        {
            once();
        }
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Count;
    }

    private static double Mean(List<double> values) => Math.Exp(values.Average(Math.Log));
}
