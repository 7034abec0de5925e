using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Scripts;

/// <summary>Author errors of .csx files, RT0601 to RT0619. File, line and column point into the script, not into workflow.json.</summary>
internal static class ScriptProblems
{
    public static Problem NotAFileName(string codeFile) => new(
        "RT0601", $"CodeFile '{codeFile}' is not a plain file name.", "", Remedy: "Put the .csx file into the workflow's own folder and name it without a path.");

    public static Problem FileMissing(string file) => new(
        "RT0602", $"The script '{Path.GetFileName(file)}' does not exist.", "", Remedy: "Create it in the workflow's own folder, or correct CodeFile.", File: file);

    public static Problem Unreadable(string file, string reason) => new(
        "RT0603", $"The script '{Path.GetFileName(file)}' cannot be read: {reason}", "", Remedy: "Check who may read the file, and close programs that lock it.", File: file);

    public static Problem DoesNotCompile(string code, string message, string file, int line, int column) => new(
        "RT0604", $"{code}: {message}", "", Remedy: "Correct the C# code.", File: file, Line: line, Column: column);

    public static Problem ReferenceUnknown(string message, string file, int line, int column) => new(
        "RT0605", message, "", Remedy: "A script can reference the framework, Newtonsoft.Json and Microsoft.Azure.Workflows.Scripting.", File: file, Line: line, Column: column);

    public static Problem LoadOutside(string target, string file, int line) => new(
        "RT0606", $"#load \"{target}\" names a file outside the workflow's folder and the project's folder 'shared'.", "",
        Remedy: "Move the file next to the script, or into 'shared' beside the workflow folders.", File: file, Line: line, Column: 1);

    public static Problem LoadMissing(string target, string file, int line) => new(
        "RT0607", $"#load \"{target}\": the file does not exist.", "", Remedy: "Correct the path; it is relative to the file that loads it.", File: file, Line: line, Column: 1);

    public static Problem NoEntryPoint(string file) => new(
        "RT0608", "The script has no method Run.", "", Remedy: "Add 'public static async Task<Results> Run(WorkflowContext context, ILogger log)'.", File: file, Line: 1, Column: 1);

    public static Problem SeveralEntryPoints(string file, int line, int column) => new(
        "RT0609", "The script has several methods Run; the platform calls exactly one.", "", Remedy: "Rename the others.", File: file, Line: line, Column: column);

    public static Problem EntryPointUnusable(string reason, string file, int line, int column) => new(
        "RT0610", $"The method Run cannot be called: {reason}.", "",
        Remedy: "Declare 'public static async Task<Results> Run(WorkflowContext context, ILogger log, CancellationToken cancellationToken)'; the last two are optional.",
        File: file, Line: line, Column: column);
}
