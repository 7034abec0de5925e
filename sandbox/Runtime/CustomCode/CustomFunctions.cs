using System.Collections.Frozen;
using B2BConnector.Runtime.Scripts;
using B2BConnector.Wdl;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.CustomCode;

/// <summary>The custom functions of a project (<c>lib/custom</c>), for actions of type <c>InvokeFunction</c>. Safe for parallel use.</summary>
public sealed class CustomFunctions
{
    private readonly FrozenDictionary<string, CustomFunction> _functions;
    private readonly ILogger _log;

    private CustomFunctions(IEnumerable<CustomFunction> functions, ILoggerFactory loggers)
    {
        // Case-sensitive, as the real host is.
        _functions = functions.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
        _log = loggers.CreateLogger<CustomFunctions>();
    }

    /// <summary>Every function's name.</summary>
    public IEnumerable<string> Names => _functions.Keys;

    /// <summary>
    /// Reads every <c>lib/custom/*/function.json</c> and loads what they name. Never throws on what authors did wrong:
    /// all of it is added to <paramref name="problems"/>. Without any function that is a warning (RT0621).
    /// </summary>
    /// <param name="projectFolder">The folder that holds host.json.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="loggers">Given to functions whose constructor asks for it.</param>
    /// <param name="appSettings">
    /// Functions read settings from the environment. As the real host does, settings that the process does not have yet
    /// are put there; what it was started with wins. One process can serve functions of one project at a time.
    /// </param>
    public static CustomFunctions Load(string projectFolder, ICollection<Problem> problems, ILoggerFactory loggers, IReadOnlyDictionary<string, string> appSettings)
    {
        ProcessSettings.Apply(appSettings);
        var folder = Path.Combine(Path.GetFullPath(projectFolder), "lib", "custom");
        var files = Directory.Exists(folder)
            ? Directory.GetDirectories(folder).Select(d => Path.Combine(d, "function.json")).Where(File.Exists).Order(StringComparer.Ordinal).ToArray()
            : [];
        if (files.Length == 0)
        {
            problems.Add(CustomCodeProblems.NoneFound(folder));
        }

        var functions = new Dictionary<string, CustomFunction>(StringComparer.Ordinal);
        var loader = new FunctionLoader(loggers, problems);
        foreach (var file in files)
        {
            if (FunctionMetadata.Read(file, problems) is { } metadata && loader.Load(metadata) is { } function && !functions.TryAdd(function.Name, function))
            {
                problems.Add(CustomCodeProblems.Doubled(function.Name, file));
            }
        }

        return new CustomFunctions(functions.Values, loggers);
    }

    /// <summary>Whether a function has exactly this name.</summary>
    public bool Exists(string name) => _functions.ContainsKey(name);

    /// <summary>The names of the parameters a function takes, in order; empty for an unknown function.</summary>
    public IReadOnlyList<string> Parameters(string name) => _functions.TryGetValue(name, out var function) ? function.Parameters : [];

    /// <summary>
    /// Calls a function on a thread of its own. Whatever goes wrong is <see cref="FunctionResult.Error"/>; only the
    /// caller's own cancellation is thrown.
    /// </summary>
    /// <param name="name">Exact name.</param>
    /// <param name="parameters"><c>inputs.parameters</c>; names must match exactly, further ones are ignored (inferred).</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<FunctionResult> InvokeAsync(string name, JObject parameters, CancellationToken ct)
    {
        if (!_functions.TryGetValue(name, out var function))
        {
            return new FunctionResult(null, CustomCodeMessages.NotFound(name));
        }

        try
        {
            // Binding runs constructors and converters of the function's own types.
            return new FunctionResult(
                await ForeignCode.RunAsync(stop => function.CallAsync(function.Bind(parameters, stop)), Timeout.InfiniteTimeSpan, TimeProvider.System, ct).ConfigureAwait(false),
                null);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (FunctionArgumentException mismatch)
        {
            return new FunctionResult(null, mismatch.Message);
        }
        catch (Exception failure)
        {
            FunctionLog.Failed(_log, failure, name);
            return new FunctionResult(null, CustomCodeMessages.Failed(name));
        }
    }
}
