using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Maps;

/// <summary>Author errors of maps, RT0701 to RT0709. File, line and column point into the map.</summary>
internal static class MapProblems
{
    public static Problem NotXml(string file, string detail, int line, int column) =>
        new("RT0701", $"The map is not valid XML: {detail}", "", Remedy: "Correct the text at this place.", File: file, Line: line, Column: column);

    public static Problem DoesNotCompile(string file, string detail, int line, int column) =>
        new("RT0702", $"The map does not compile: {detail}", "", Remedy: "Correct it; scripts and other documents cannot be used here.", File: file, Line: line, Column: column);

    public static Problem Later(string file, string what, int line, int column) =>
        new("RT0703", $"The map uses {what}, which this runtime cannot execute as XSLT 2.0 or 3.0 would.", "",
            Remedy: "It runs XSLT 1.0, and of later versions text value templates and what means the same in 1.0. Use those here, or test this map in Azure.",
            File: file, Line: line, Column: column);
}
