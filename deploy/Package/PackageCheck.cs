namespace B2BConnector.Package;

/// <summary>
/// What scripts/ConnectorPackageValidator.ps1 of microsoft/PowerPlatformConnectors checks of a package without AI plugin, one sentence per finding.
/// The script stops at the first one and does not say each; this goes on as far as there is something to look at.
/// </summary>
internal static class PackageCheck
{
    /// <param name="package">ConnectorPackage.zip.</param>
    public static IReadOnlyList<string> Findings(byte[] package)
    {
        List<string> findings = [];
        if (Open(package, SubmissionPackage.Name, findings) is { } outer)
        {
            CheckOuter(outer, findings);
            foreach (var name in Files(outer, "", ".zip"))
            {
                CheckInner(outer[name], $"{SubmissionPackage.Name}/{name}", findings);
            }

            CustomPropertiesCheck.Check(outer, findings);
        }

        return findings;
    }

    private static void CheckOuter(SolutionFolder outer, List<string> findings)
    {
        Count(Files(outer, "", ".md"), 1, "text (*.md)", "put intro.md there and no other", SubmissionPackage.Name, findings);
        Count(Files(outer, "", ".zip"), 1, "archive (*.zip)", "put package.zip there and no other", SubmissionPackage.Name, findings);
        foreach (var folder in Folders(outer, ""))
        {
            findings.Add($"{SubmissionPackage.Name} holds the folder {folder}; its files have to lie at the top.");
        }
    }

    private static void CheckInner(byte[] archive, string place, List<string> findings)
    {
        if (Open(archive, place, findings) is not { } inner)
        {
            return;
        }

        var folders = Folders(inner, "");
        Count(folders, 1, "folder", "put the solutions into one folder PkgAssets", place, findings);
        foreach (var assets in folders)
        {
            var within = $"{place}/{assets}";
            var solutions = Files(inner, assets + "/", ".zip");
            Count(solutions, 2, "solution (*.zip)", "put the connector's and the flows' there and no other", within, findings);
            foreach (var folder in Folders(inner, assets + "/"))
            {
                findings.Add($"{within} holds the folder {folder}; only files may lie there.");
            }

            CheckKinds([.. solutions.Select(name => SolutionCheck.Check(inner[name], $"{place}/{name}", findings))], within, findings);
        }
    }

    private static void CheckKinds(List<SolutionKind> kinds, string place, List<string> findings)
    {
        if (!kinds.Contains(SolutionKind.Connector))
        {
            findings.Add($"{place} has no solution with a connector alone; export one without flows.");
        }

        if (!kinds.Contains(SolutionKind.Flow))
        {
            findings.Add($"{place} has no solution with flows and the connector they use; add both to one solution.");
        }
    }

    internal static SolutionFolder? Open(byte[] archive, string place, List<string> findings)
    {
        try
        {
            return Archive.Read(archive);
        }
        catch (InvalidDataException)
        {
            findings.Add($"{place} is not a zip file; pack it again.");
            return null;
        }
    }

    private static void Count(IReadOnlyList<string> found, int expected, string what, string remedy, string place, List<string> findings)
    {
        if (found.Count != expected)
        {
            findings.Add($"{place} has {found.Count} × {what} instead of {expected}: {remedy}.");
        }
    }

    private static List<string> Files(SolutionFolder folder, string under, string ending) =>
        [.. folder.Files.Keys.Where(path => path.StartsWith(under, StringComparison.Ordinal) && !path[under.Length..].Contains('/') && path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))];

    private static List<string> Folders(SolutionFolder folder, string under) =>
        [.. folder.Files.Keys.Where(path => path.StartsWith(under, StringComparison.Ordinal)).Select(path => path[under.Length..].Split('/')).Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct()];
}
