using System.Collections.Concurrent;
using B2BConnector.Wdl;
using Microsoft.Azure.Workflows.Scripting;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Runtime.Scripts;

/// <summary>
/// Inline C# of workflows (action type <c>CSharpScriptCode</c>): compiles .csx files, once per content and user, and runs them.
/// Safe for parallel use.
/// </summary>
public sealed class CSharpScripts
{
    // For the whole process: what is compiled knows nothing of a project, and many engines run the same files.
    private static readonly ConcurrentDictionary<string, (ScriptSources Sources, Lazy<CompiledScript> Script)> Compiled = new(StringComparer.Ordinal);

    private readonly ILoggerFactory _loggers;
    private readonly TimeProvider _time;
    private readonly TimeSpan _limit;

    /// <param name="loggers">Makes the logger that scripts get as <c>log</c>; its category is the function's name.</param>
    /// <param name="time">Measures the time limit; the system's clock by default.</param>
    /// <param name="limit">How long a script may run; the platform's 10 minutes by default.</param>
    public CSharpScripts(ILoggerFactory loggers, TimeProvider? time = null, TimeSpan? limit = null)
    {
        _loggers = loggers;
        _time = time ?? TimeProvider.System;
        _limit = limit ?? ForeignCode.Limit;
    }

    /// <summary>Compiles the script and returns everything that is wrong with it; what it loads is compiled with it.</summary>
    /// <param name="workflowFolder">The folder that holds workflow.json.</param>
    /// <param name="codeFile"><c>inputs.CodeFile</c>: a plain file name in that folder.</param>
    public IReadOnlyList<Problem> Check(string workflowFolder, string codeFile) => Compile(workflowFolder, codeFile).Problems;

    /// <summary>
    /// Runs the script. Whatever goes wrong in it is <see cref="ScriptResult.Error"/>; only the caller's own
    /// cancellation is thrown.
    /// </summary>
    /// <param name="workflowFolder">The folder that holds workflow.json.</param>
    /// <param name="codeFile"><c>inputs.CodeFile</c>.</param>
    /// <param name="context">What the script sees of the run.</param>
    /// <param name="ct">Ends the wait; the script gets a token that is cancelled then.</param>
    public async Task<ScriptResult> RunAsync(string workflowFolder, string codeFile, WorkflowContext context, CancellationToken ct)
    {
        var name = ScriptName.Of(workflowFolder, codeFile);
        var log = _loggers.CreateLogger(name);
        try
        {
            // Compiling takes a processor for a while: not on a thread of the engine either.
            var script = Ready(workflowFolder, codeFile) ?? await ForeignCode.RunAsync(_ => Task.FromResult(Compile(workflowFolder, codeFile)), Timeout.InfiniteTimeSpan, _time, ct)
                .ConfigureAwait(false);
            if (script.Problems.Count > 0)
            {
                return new ScriptResult(null, ScriptMessages.Failed(name, script.Problems[0].Message));
            }

            return new ScriptResult(await ForeignCode.RunAsync(stop => script.RunAsync(context, log, stop), _limit, _time, ct).ConfigureAwait(false), null);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            ScriptLog.Failed(log, failure.GetType().FullName, failure.StackTrace);
            return new ScriptResult(null, ScriptMessages.Failed(name, failure is ScriptTimeoutException ? ScriptMessages.TimedOut(_limit) : failure.Message));
        }
    }

    /// <summary>What was compiled before, if no file has changed since.</summary>
    private static CompiledScript? Ready(string workflowFolder, string codeFile) =>
        Compiled.TryGetValue(Path.Combine(Path.GetFullPath(workflowFolder), codeFile), out var known)
        && known.Script is { IsValueCreated: true, Value: { Problems.Count: 0 } ready } && known.Sources.IsCurrent
            ? ready
            : null;

    private CompiledScript Compile(string workflowFolder, string codeFile)
    {
        var problems = new List<Problem>();
        if (ScriptSources.Read(workflowFolder, codeFile, problems) is not { } sources)
        {
            return CompiledScript.Failed(problems);
        }

        var (_, script) = Compiled.AddOrUpdate(
            sources.MainFile,
            _ => Entry(),
            (_, known) => known.Sources.Hash == sources.Hash && problems.Count == 0 ? (sources, known.Script) : Entry());
        return script.Value;

        (ScriptSources, Lazy<CompiledScript>) Entry() => (sources, new Lazy<CompiledScript>(() => CompiledScript.From(sources, problems)));
    }
}
