using B2BConnector.Runtime.Definitions;
using B2BConnector.Wdl;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Transport;

/// <summary>JSON as the designer writes it: two spaces, nothing escaped that need not be.</summary>
internal static class LogicAppJson
{
    /// <exception cref="SandboxFailure">The file is missing or no JSON object.</exception>
    public static JObject Read(LogicAppFiles files, string path) => (JObject)Source(files, path).Root;

    /// <summary>The same with the place of every value.</summary>
    /// <exception cref="SandboxFailure">The file is missing or no JSON object.</exception>
    public static JsonSource Source(LogicAppFiles files, string path)
    {
        if (!files.Has(path))
        {
            throw new SandboxFailure($"The project has no {path}. It belongs to every Logic App that uses managed connections.");
        }

        try
        {
            return JsonSourceReader.Read(path, files.Text(path)) is { Root: JObject } source ? source : throw new SandboxFailure($"{path} holds no JSON object.");
        }
        catch (JsonSyntaxException broken)
        {
            var (line, column) = JsonSource.Position(files.Text(path), broken.Offset);
            throw new SandboxFailure($"{path}({line},{column}) is no JSON: {broken.Message}");
        }
    }

    public static string Write(JToken json) => json.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
}
