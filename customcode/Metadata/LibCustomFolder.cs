using System.Text.Json;

namespace B2BConnector.Metadata;

/// <summary>Writes the function.json files and removes those of functions that the assembly no longer has.</summary>
internal static class LibCustomFolder
{
    /// <summary>Returns the full paths of the files that belong to the assembly now.</summary>
    public static IReadOnlyList<string> Write(string folder, string scriptFile, IReadOnlyList<FunctionJson> functions)
    {
        var written = functions.Select(f => Path.Combine(Path.GetFullPath(folder), f.Name, "function.json")).ToList();
        foreach (var (function, file) in functions.Zip(written))
        {
            if (File.Exists(file) && File.ReadAllText(file) == function.Text)
            {
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            // Whole or not at all: a running sandbox may read it at this moment.
            var part = $"{file}.{Environment.ProcessId}";
            File.WriteAllText(part, function.Text);
            File.Move(part, file, overwrite: true);
        }

        foreach (var stale in Directory.GetDirectories(folder).Select(d => Path.Combine(d, "function.json")).Where(f => File.Exists(f) && !written.Contains(Path.GetFullPath(f)) && IsOf(f, scriptFile)))
        {
            Directory.Delete(Path.GetDirectoryName(stale)!, recursive: true);
        }

        return written;
    }

    private static bool IsOf(string file, string scriptFile)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            return json.RootElement.TryGetProperty("ScriptFile", out var script) && script.ValueKind == JsonValueKind.String && script.GetString() == scriptFile;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
