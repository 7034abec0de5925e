using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using B2BConnector.Runtime.Tests.Support;

namespace B2BConnector.Runtime.Tests.Func;

/// <summary>The built executable, started in a folder as tools start it.</summary>
internal sealed partial class FuncProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

    private FuncProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The file that tools look for on PATH.</summary>
    public static string File { get; } = Path.Combine(
        CaseRunner.Root, "artifacts", "bin", "Func", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), OperatingSystem.IsWindows() ? "func.exe" : "func");

    public string Output => string.Join('\n', output);

    public string Errors => string.Join('\n', errors.Where(line => line.Length > 0));

    public string Name => process.ProcessName;

    public long WorkingSet => Refreshed().WorkingSet64;

    public TimeSpan ProcessorTime => Refreshed().TotalProcessorTime;

    /// <summary>File names of the assemblies that the process has mapped. The framework's own list leaves out those without native code.</summary>
    public IReadOnlyList<string> Assemblies => OperatingSystem.IsLinux()
        ? [.. System.IO.File.ReadLines($"/proc/{process.Id}/maps").Select(Path.GetFileName).OfType<string>().Where(IsAssembly).Distinct()]
        : [.. Refreshed().Modules.Cast<ProcessModule>().Select(module => module.ModuleName).Where(IsAssembly)];

    public Uri Address => new(Listening().Match(Output).Groups[1].Value);

    public static FuncProcess Start(string folder, params string[] arguments) => Start(folder, _ => { }, arguments);

    /// <param name="folder">Where it is started.</param>
    /// <param name="environment">Changes the variables that it gets.</param>
    /// <param name="arguments">Its command line.</param>
    public static FuncProcess Start(string folder, Action<IDictionary<string, string?>> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(File, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        environment(start.Environment);
        return new FuncProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
    }

    /// <summary>Ends with the line that tools wait for.</summary>
    public Task ReadyAsync() => SeenAsync("Host started");

    /// <summary>Ends with the next line of standard output that has the text.</summary>
    public async Task SeenAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        await foreach (var line in lines.Reader.ReadAllAsync(patience.Token))
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"func ended without '{text}': {Output} {Errors}");
    }

    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>SIGTERM, as supervisors send it.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();

    public void Kill() => process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private Process Refreshed()
    {
        process.Refresh();
        return process;
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            lines.Writer.TryComplete();
            return;
        }

        output.Enqueue(line);
        lines.Writer.TryWrite(line);
    }

    private static bool IsAssembly(string name) => name.EndsWith(".dll", StringComparison.Ordinal);

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex Listening();
}
