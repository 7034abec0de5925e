using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime;

/// <summary>
/// Changes what was read of a project folder before it is compiled: for hosts that run a workflow in surroundings of their own, without
/// writing a copy of the folder. What is not changed keeps its position in the file.
/// </summary>
public interface IProjectEdits
{
    /// <summary>Name of the file with the app settings; <c>local.settings.json</c> as a rule.</summary>
    string SettingsFile { get; }

    /// <summary>False leaves a workflow's folder out.</summary>
    bool Includes(string workflow);

    /// <summary>Called once for each file that was read, settings first, then host.json, parameters, connections, workflows.</summary>
    /// <param name="file">The path inside the project, with '/'.</param>
    /// <param name="root">The file's value, to be changed in place.</param>
    void Edit(string file, JToken root);
}
