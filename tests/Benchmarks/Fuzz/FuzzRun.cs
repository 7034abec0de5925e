using System.Diagnostics;
using System.Globalization;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Benchmarks.Fuzz;

/// <summary>
/// Mutates the templates of the case files of tests/Wdl.Tests and evaluates what comes out, on demand. An exception that is not the
/// language's own, more than 100 ms of processor time or too much memory is a find; it is written out, to become a case.
/// </summary>
internal static class FuzzRun
{
    private const int Mutations = 1_000_000;
    private const int MaxLength = 8_192;
    private const long MaxBytes = 700_000_000;
    private static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(100);

    public static async Task<bool> RunAsync(TextWriter output)
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("FUZZ_SEED") ?? "20261128", CultureInfo.InvariantCulture);
        var corpus = Corpus();
        var (random, run, start) = (new Random(seed), new FuzzContext(), Stopwatch.GetTimestamp());
        var (finds, values, errors) = (0, 0, 0);
        for (var i = 0; i < Mutations; i++)
        {
            var text = Mutation.Of(random, corpus);
            var (find, isValue) = Try(text.Length > MaxLength ? text[..MaxLength] : text, run);
            values += isValue ? 1 : 0;
            errors += isValue ? 0 : 1;
            if (find is not null)
            {
                finds++;
                await output.WriteLineAsync($"FOUND by mutation {i}: {find}: {text.ReplaceLineEndings("\\n")}");
            }
        }
        await output.WriteLineAsync($"{(finds == 0 ? "ok    " : "MISSED")} {Mutations:N0} mutations of {corpus.Count:N0} templates, seed {seed}, in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s: {values:N0} values, {errors:N0} errors of the language, {finds} finds");
        return finds == 0;
    }

    private static (string? Find, bool IsValue) Try(string text, FuzzContext run)
    {
        var (start, before) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        var isValue = false;
        try
        {
            Template.Compile(new JValue(text), "", []).Evaluate(run);
            isValue = true;
        }
        catch (WdlException)
        {
            // What is meant to happen to most of them.
        }
#pragma warning disable CA1031 // Any other exception is what this looks for.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return (error.GetType().Name + " " + error.Message, false);
        }
        var (time, bytes) = (Environment.CpuUsage.TotalTime - start, GC.GetAllocatedBytesForCurrentThread() - before);
        return (time > MaxTime && IsSlowAgain(text, run) ? $"{time.TotalMilliseconds:F0} ms" : bytes > MaxBytes ? $"{bytes:N0} bytes" : null, isValue);
    }

    /// <summary>A collection of garbage or the compiler may fall into the first measurement.</summary>
    private static bool IsSlowAgain(string text, FuzzContext run)
    {
        var start = Environment.CpuUsage.TotalTime;
        try
        {
            Template.Compile(new JValue(text), "", []).Evaluate(run);
        }
        catch (WdlException)
        {
            // Only the time counts.
        }
        return Environment.CpuUsage.TotalTime - start > MaxTime;
    }

    private static List<string> Corpus() =>
        [.. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests", "Wdl.Tests", "Cases")).Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Where(l => l.StartsWith(">> ", StringComparison.Ordinal))
            .Select(l => l[3..])];
}
