using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LogicAppUnit.Projects;

/// <summary>A project folder with the workflow under test and how it is changed.</summary>
/// <param name="Folder">Full path of the Logic App folder.</param>
/// <param name="Workflow">Name of the workflow under test.</param>
/// <param name="SettingsFile">Name of the file with the app settings.</param>
/// <param name="Options">What is changed.</param>
/// <param name="Overrides">App settings of one test.</param>
internal sealed record ProjectSource(string Folder, string Workflow, string SettingsFile, TestConfigurationWorkflow Options, IReadOnlyDictionary<string, string> Overrides)
{
    private static readonly string[] Optional = ["parameters.json", "connections.json"];

    private IEnumerable<string> Mandatory => [$"{Workflow}/workflow.json", SettingsFile, "host.json"];

    /// <summary>Fails early, with a sentence about the first file that is missing.</summary>
    /// <exception cref="TestException">A mandatory file is missing.</exception>
    /// <exception cref="ArgumentNullException">connections.json is missing: LogicAppUnit throws the same.</exception>
    public void CheckFiles()
    {
        foreach (var file in Mandatory.Select(file => Path.Combine(Folder, file)).Where(file => !File.Exists(file)))
        {
            throw new TestException($"File {file} does not exist, and a Logic App must have it.");
        }

        if (!File.Exists(Path.Combine(Folder, "connections.json")))
        {
            throw new ArgumentNullException("connections.json", "LogicAppUnit needs this file; {\"managedApiConnections\":{}} is enough.");
        }
    }

    /// <summary>The workflow's kind; null when its file cannot be read: loading will say why.</summary>
    public string? Kind()
    {
        try
        {
            return (string?)JObject.Parse(File.ReadAllText(Path.Combine(Folder, Workflow, "workflow.json")))["kind"];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The same text as long as nothing has changed that the compiled workflow depends on; scripts look after themselves.</summary>
    public string Fingerprint() => string.Join('\n', [
        Folder,
        Workflow,
        SettingsFile,
        JsonConvert.SerializeObject(Options),
        JsonConvert.SerializeObject(Overrides.OrderBy(setting => setting.Key, StringComparer.Ordinal)),
        .. Mandatory.Concat(Optional).Select(file => Stamp(new FileInfo(Path.Combine(Folder, file)))),
    ]);

    private static string Stamp(FileInfo file) =>
        file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks} {file.Length}") : "-";
}
