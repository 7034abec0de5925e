using System.Diagnostics;
using System.Globalization;
using System.Text;
using B2BConnector.Host.Services;

namespace B2BConnector.Sandbox.Tests.Support;

/// <summary>The sandbox as people start it: its own process, its own data folder, free ports.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly string[] PortOptions = ["--connector-port", "--commerce-port", "--dataverse-port", "--runtime-port", "--console-port"];
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Process _process;
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];

    private HostProcess(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // Sandboxes in this process put their app settings into its environment, and what a process starts with wins: a child gets ours as it was.
        start.Environment.Clear();
        foreach (var (name, value) in TestEnvironment.AtStart)
        {
            start.Environment[name] = value;
        }

        start.ArgumentList.Add(Executable);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Took(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Took(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => Text(_output);

    public string Errors => Text(_errors);

    public int ProcessId => _process.Id;

    private static string Executable => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Host", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "B2BConnector.Host.dll"));

    /// <summary>Starts on free ports, unless the arguments name them.</summary>
    public static HostProcess Start(params string[] arguments) =>
        new([.. arguments, .. PortOptions.Where(option => !arguments.Contains(option)).SelectMany(option => new[] { option, "0" })]);

    /// <summary>Free ports, for sandboxes that must find each other at the same addresses again.</summary>
    public static string[] SamePorts() =>
        [.. PortOptions.SelectMany(option => new[] { option, LoopbackPort.Require(0, "test", option).ToString(CultureInfo.InvariantCulture) })];

    /// <summary>Runs to the end.</summary>
    public async Task<int> EndAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            Kill();
            throw new TimeoutException($"The sandbox did not end in {patience}.\n{Output}\n{Errors}");
        }
    }

    /// <summary>Waits until a text was printed on either stream.</summary>
    public async Task SeenAsync(string text, TimeSpan patience)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_awaited)
        {
            if (Output.Contains(text, StringComparison.Ordinal) || Errors.Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            _awaited.Add((text, seen));
        }

        var ended = _process.WaitForExitAsync();
        var first = await Task.WhenAny(seen.Task, ended).WaitAsync(patience, TimeProvider.System);
        Assert.True(first == seen.Task || seen.Task.IsCompleted, $"The sandbox ended before it printed '{text}'.\n{Output}\n{Errors}");
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
    }

    /// <summary>Ctrl+C.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", ProcessId.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static string Text(StringBuilder lines)
    {
        lock (lines)
        {
            return lines.ToString();
        }
    }

    private void Took(StringBuilder lines, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (lines)
        {
            lines.AppendLine(line);
        }

        lock (_awaited)
        {
            foreach (var (_, seen) in _awaited.Where(awaited => line.Contains(awaited.Text, StringComparison.Ordinal)))
            {
                seen.TrySetResult();
            }
        }
    }
}
