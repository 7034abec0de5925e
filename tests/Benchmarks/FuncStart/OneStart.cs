using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace B2BConnector.Benchmarks.FuncStart;

/// <summary>One start of func in a fresh copy of a project, until it answers.</summary>
/// <param name="Ready">From the start of the process to the line for which tools wait.</param>
/// <param name="Answered">From the start of the process to the answer of /admin/host/status.</param>
/// <param name="Inside">What the line says: without the start of the runtime.</param>
/// <param name="Processor">Processor time up to that line, of all threads. It hardly depends on what else the machine does.</param>
/// <param name="Memory">Resident bytes at that line.</param>
internal sealed partial record OneStart(TimeSpan Ready, TimeSpan Answered, TimeSpan Inside, TimeSpan Processor, long Memory)
{
    /// <param name="func">The executable.</param>
    /// <param name="project">The project; it is copied, because a start leaves its store there.</param>
    /// <param name="client">Asks for the status; warmed up.</param>
    public static async Task<OneStart> MeasureAsync(string func, string project, HttpClient client)
    {
        var folder = Directory.CreateTempSubdirectory("b2b-func-");
        try
        {
            Copy(project, folder.FullName);
            using var process = new Process
            {
                StartInfo = new ProcessStartInfo(func, ["start", "--verbose", "--port", "0"]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, UseShellExecute = false },
            };
            var began = Stopwatch.GetTimestamp();
            process.Start();
            try
            {
                return await UntilAnsweredAsync(process, began, client);
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<OneStart> UntilAnsweredAsync(Process process, long began, HttpClient client)
    {
        var address = "";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } listening)
            {
                address = listening.Groups[1].Value;
            }
            else if (Started().Match(line) is { Success: true } started)
            {
                var ready = Stopwatch.GetElapsedTime(began);
                process.Refresh();
                var (processor, memory) = (process.TotalProcessorTime, process.WorkingSet64);
                using var answer = await client.GetAsync(new Uri($"{address}/admin/host/status"));
                answer.EnsureSuccessStatusCode();
                return new(ready, Stopwatch.GetElapsedTime(began), TimeSpan.FromMilliseconds(int.Parse(started.Groups[1].Value, CultureInfo.InvariantCulture)), processor, memory);
            }
        }

        throw new InvalidOperationException("func ended before it was ready.");
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => !Path.GetRelativePath(from, file).StartsWith(".func", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"Host started \((\d+)ms\)")]
    private static partial Regex Started();
}
