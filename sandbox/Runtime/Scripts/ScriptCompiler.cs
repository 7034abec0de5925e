using B2BConnector.Wdl;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace B2BConnector.Runtime.Scripts;

/// <summary>Turns the texts of a script into an assembly, or into problems.</summary>
internal static class ScriptCompiler
{
    // Inferred: the real host runs on .NET 8, so newer syntax would fail there.
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12, kind: SourceCodeKind.Script);

    private static readonly CSharpCompilationOptions Compiling = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings:
        [
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading.Tasks",
            "Microsoft.Azure.WebJobs", "Microsoft.Azure.WebJobs.Host",
        ],
        optimizationLevel: OptimizationLevel.Release,
        // Two projects may load the same script; nothing is gained by telling their assemblies apart.
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
        concurrentBuild: true,
        metadataReferenceResolver: ScriptReferenceResolver.Instance);

    public static ScriptImage? Compile(ScriptSources sources, ICollection<Problem> problems)
    {
        var tree = CSharpSyntaxTree.ParseText(sources.Text(sources.MainFile)!, Parsing, sources.MainFile, System.Text.Encoding.UTF8);
        var compilation = CSharpCompilation.CreateScriptCompilation(
            $"Script_{sources.Hash[..16]}", tree, ScriptReferences.All, Compiling.WithSourceReferenceResolver(new ScriptSourceResolver(sources)));

        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(image, symbols);
        var errors = emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        foreach (var error in errors)
        {
            problems.Add(Describe(error, sources));
        }

        if (!emitted.Success || ScriptEntryPoint.Find(compilation.ScriptClass!, sources, problems) is not { } entry)
        {
            return null;
        }

        return new ScriptImage(image.ToArray(), symbols.ToArray(), entry.ContainingType.MetadataName, entry.MetadataName);
    }

    private static Problem Describe(Diagnostic error, ScriptSources sources)
    {
        var span = error.Location.GetMappedLineSpan();
        var file = span.Path is { Length: > 0 } path ? path : sources.MainFile;
        var (line, column) = (span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
        var message = error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        return error.Id == "CS0006"
            ? ScriptProblems.ReferenceUnknown(message, file, line, column)
            : ScriptProblems.DoesNotCompile(error.Id, message, file, line, column);
    }
}
