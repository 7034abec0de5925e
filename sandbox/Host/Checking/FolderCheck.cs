using B2BConnector.Runtime;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Wdl;

namespace B2BConnector.Host.Checking;

/// <summary>What the loader says about a Logic App folder, sorted out: what Azure refuses, what fails when it runs, what only does not run here.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Problems">Everything, in the order of files and lines, with paths as the current directory sees them.</param>
internal sealed record FolderCheck(string Folder, IReadOnlyList<Problem> Problems)
{
    private static readonly HashSet<string> NoFolder = [RuntimeProblems.FolderMissing("").Code, RuntimeProblems.NoWorkflows("").Code];

    /// <summary>False when there is nothing to check.</summary>
    public bool IsLogicApp => !Problems.Any(problem => NoFolder.Contains(problem.Code));

    public int Errors => Problems.Count(problem => problem.Severity == ProblemSeverity.Error);

    public int Warnings => Problems.Count(problem => problem.Severity == ProblemSeverity.Warning);

    /// <summary>What Azure accepts and the sandbox cannot run.</summary>
    public int Unsupported => Problems.Count(problem => problem.Severity == ProblemSeverity.Unsupported);

    public static FolderCheck Of(string folder, string currentDirectory)
    {
        var root = Path.GetFullPath(folder, currentDirectory);
        var problems = WorkflowProject.Load(root, new Dictionary<string, string>()).Problems;
        return new FolderCheck(root, [.. problems.Select(problem => problem with { File = Shown(problem.File, root, currentDirectory) })]);
    }

    // The loader names files from the project folder's name on, scripts and functions by their full path.
    private static string? Shown(string? file, string root, string currentDirectory)
    {
        if (file is null)
        {
            return null;
        }

        var full = Path.GetFullPath(file, Path.GetDirectoryName(root) ?? root);
        var relative = Path.GetRelativePath(currentDirectory, full);
        return relative.StartsWith("..", StringComparison.Ordinal) ? full : relative;
    }
}
