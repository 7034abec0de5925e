using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace B2BConnector.Package;

/// <summary>
/// One packed solution: first what ConnectorPackageValidator.ps1 checks of it, then the certification codes 5000.1.1.10 and .14 to .17 as apify/apify-microsoft-power-automate-integration
/// (scripts/validate.py) tells them: every file that customizations.xml names is there, policies are not empty, the solution is unmanaged.
/// </summary>
internal static class SolutionCheck
{
    private static readonly string[] Needed = ["[Content_Types].xml", "customizations.xml", "solution.xml"];

    public static SolutionKind Check(byte[] archive, string place, List<string> findings)
    {
        if (PackageCheck.Open(archive, place, findings) is not { } solution)
        {
            return SolutionKind.Other;
        }

        findings.AddRange(Needed.Where(name => !solution.Files.ContainsKey(name)).Select(name => $"{place} has no {name}; export or pack the solution again."));
        if (Read(solution, "solution.xml", place, findings) is { } manifest && (string?)manifest.Descendants("Managed").FirstOrDefault() != "0")
        {
            findings.Add($"{place}/solution.xml is not unmanaged; certification takes unmanaged solutions only.");
        }

        if (Read(solution, "customizations.xml", place, findings) is not { } customizations)
        {
            return SolutionKind.Other;
        }

        var connector = Says(customizations, "Connector");
        var workflows = Says(customizations, "Workflows");
        CheckFolder(solution, "Connector", connector || workflows, place, findings);
        CheckFolder(solution, "Workflows", workflows, place, findings);
        CheckNamedFiles(solution, customizations, place, findings);
        CheckPolicies(solution, customizations, place, findings);
        return (connector, workflows) switch
        {
            (true, false) => SolutionKind.Connector,
            (true, true) => SolutionKind.Flow,
            _ => SolutionKind.Other,
        };
    }

    private static bool Says(XDocument customizations, string name) =>
        customizations.Descendants(name).FirstOrDefault() is { } first && (first.HasElements || first.HasAttributes || first.Value.Length > 0);

    private static void CheckFolder(SolutionFolder solution, string folder, bool needed, string place, List<string> findings)
    {
        if (needed && !solution.Under(folder, "").Any())
        {
            findings.Add($"{place} has no folder {folder}, though customizations.xml speaks of it; export or pack the solution again.");
        }
    }

    private static void CheckNamedFiles(SolutionFolder solution, XDocument customizations, string place, List<string> findings) =>
        findings.AddRange(customizations.Descendants()
            .Where(element => !element.HasElements && element.Value.StartsWith('/') && (element.Parent!.Name == "Connector" || element.Name == "JsonFileName"))
            .Select(element => element.Value[1..])
            .Where(file => !solution.Files.ContainsKey(file))
            .Select(file => $"{place} has no {file}, which customizations.xml names; export or pack the solution again."));

    private static void CheckPolicies(SolutionFolder solution, XDocument customizations, string place, List<string> findings)
    {
        foreach (var connector in customizations.Descendants("Connector"))
        {
            var file = ((string?)connector.Element("policytemplateinstances"))?.TrimStart('/');
            if (file is null)
            {
                findings.Add($"{place}/customizations.xml names no policytemplateinstances for {(string?)connector.Element("name")}; give the connector at least one policy.");
            }
            else if (solution.Files.ContainsKey(file) && Policies(solution.Text(file)) is null or { Count: 0 })
            {
                findings.Add($"{place}/{file} is no list of policies or an empty one; give the connector at least one policy.");
            }
        }
    }

    private static JsonArray? Policies(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonArray;
        }
        catch (JsonException)
        {
            return null; // said in the finding
        }
    }

    private static XDocument? Read(SolutionFolder solution, string name, string place, List<string> findings)
    {
        try
        {
            return solution.Files.ContainsKey(name) ? solution.Xml(name) : null;
        }
        catch (XmlException problem)
        {
            findings.Add($"{place}/{name} is not well-formed: {problem.Message}");
            return null;
        }
    }
}
