using B2BConnector.Runtime.CustomCode;
using B2BConnector.Wdl;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace B2BConnector.Runtime.Tests.CustomCode;

/// <summary>A project folder whose lib/custom holds functions compiled from text. Deleted after the test.</summary>
internal sealed class FunctionProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("b2b-functions-");

    public List<Problem> Problems { get; } = [];

    public string Library => Path.Combine(_folder.FullName, "lib", "custom");

    public FunctionProject Function(string name, string entryPoint, string assembly = "Functions.dll", string language = "net8") => Metadata(
        name,
        $$"""{"Name":"{{name}}","ScriptFile":"{{assembly}}","EntryPoint":"{{entryPoint}}","Language":"{{language}}"}""");

    public FunctionProject Metadata(string folder, string json)
    {
        Directory.CreateDirectory(Path.Combine(Library, folder));
        File.WriteAllText(Path.Combine(Library, folder, "function.json"), json);
        return this;
    }

    public FunctionProject Assembly(string code, string name = "Functions")
    {
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText("using System; using System.Threading; using System.Threading.Tasks; using Microsoft.Extensions.Logging;\n" + code)],
            trusted.Append(typeof(ILogger).Assembly.Location).Distinct().Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Directory.CreateDirectory(Path.Combine(Library, "net8"));
        var emitted = compilation.Emit(Path.Combine(Library, "net8", name + ".dll"));
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return this;
    }

    public CustomFunctions Load(Dictionary<string, string>? settings = null) =>
        CustomFunctions.Load(_folder.FullName, Problems, NullLoggerFactory.Instance, settings ?? []);

    public void Dispose() => _folder.Delete(recursive: true);
}
