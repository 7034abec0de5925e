using B2BConnector.Wdl;
using Microsoft.CodeAnalysis;

namespace B2BConnector.Runtime.Scripts;

/// <summary>Finds the one method the platform calls and says what is wrong with it.</summary>
internal static class ScriptEntryPoint
{
    private static readonly string[] Known =
    [
        "Microsoft.Azure.Workflows.Scripting.WorkflowContext", "Microsoft.Extensions.Logging.ILogger", "System.Threading.CancellationToken",
    ];

    public static IMethodSymbol? Find(INamedTypeSymbol script, ScriptSources sources, ICollection<Problem> problems)
    {
        var candidates = script.GetMembers("Run").OfType<IMethodSymbol>().ToList();
        if (candidates.Count == 0)
        {
            problems.Add(ScriptProblems.NoEntryPoint(sources.MainFile));
            return null;
        }

        var (file, line, column) = Position(candidates[^1], sources);
        if (candidates.Count > 1)
        {
            problems.Add(ScriptProblems.SeveralEntryPoints(file, line, column));
            return null;
        }

        if (Fault(candidates[0]) is { } fault)
        {
            problems.Add(ScriptProblems.EntryPointUnusable(fault, file, line, column));
            return null;
        }

        return candidates[0];
    }

    private static string? Fault(IMethodSymbol run)
    {
        var types = run.Parameters.Select(p => p.Type.ToDisplayString()).ToList();
        if (!run.IsStatic)
        {
            return "it is not static";
        }

        if (run.IsGenericMethod)
        {
            return "it is generic";
        }

        if (run.IsAsync && run.ReturnsVoid)
        {
            return "'async void' cannot be awaited";
        }

        if (run.ReturnType.Name == "ValueTask")
        {
            return "the platform awaits Task, not ValueTask";
        }

        if (types.FirstOrDefault(type => !Known.Contains(type)) is { } unknown)
        {
            return $"nothing can be passed for a parameter of type '{unknown}'";
        }

        return types.Distinct().Count() < types.Count ? "two parameters have the same type" : null;
    }

    private static (string File, int Line, int Column) Position(ISymbol symbol, ScriptSources sources)
    {
        var span = symbol.Locations[0].GetMappedLineSpan();
        return (span.Path is { Length: > 0 } path ? path : sources.MainFile, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }
}
