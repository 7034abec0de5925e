using System.Reflection;
using B2BConnector.Wdl;
using Microsoft.Azure.Workflows.Scripting;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Scripts;

/// <summary>A script that was compiled, or the reasons why it could not be.</summary>
internal sealed class CompiledScript
{
    private readonly MethodInfo? _run;

    private CompiledScript(MethodInfo? run, IReadOnlyList<Problem> problems)
    {
        _run = run;
        Problems = problems;
    }

    public IReadOnlyList<Problem> Problems { get; }

    public static CompiledScript From(ScriptSources sources, IReadOnlyList<Problem> found)
    {
        if (found.Count == 0 && ScriptCache.OfUser.Find(sources) is { } known)
        {
            return new CompiledScript(known.Load(), []);
        }

        var problems = found.ToList();
        if (ScriptCompiler.Compile(sources, problems) is not { } image || problems.Count > 0)
        {
            return Failed(problems);
        }

        ScriptCache.OfUser.Keep(sources, image);
        return new CompiledScript(image.Load(), []);
    }

    public static CompiledScript Failed(IReadOnlyList<Problem> problems) => new(null, problems);

    /// <summary>Calls the script; its exceptions come through as it threw them.</summary>
    public async Task<JToken> RunAsync(WorkflowContext context, ILogger log, CancellationToken ct)
    {
        var arguments = _run!.GetParameters().Select(parameter => Argument(parameter.ParameterType, context, log, ct)).ToArray();
        var returned = _run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        if (returned is Task task)
        {
            await task.ConfigureAwait(false);
            // The declared type decides: what an async method without result returns also has a property Result.
            returned = _run.ReturnType.IsGenericType ? _run.ReturnType.GetProperty("Result")!.GetValue(task) : null;
        }

        return ScriptOutput.ToJson(returned);
    }

    private static object Argument(Type type, WorkflowContext context, ILogger log, CancellationToken ct) =>
        type == typeof(WorkflowContext) ? context : type == typeof(ILogger) ? log : ct;
}
