using System.Text.Json;
using System.Text.Json.Nodes;

namespace B2BConnector.Package;

/// <summary>
/// Certification code 5000.1.1.5: a connector with several ways to sign in comes with customProperties.json
/// (https://learn.microsoft.com/connectors/custom-connectors/certification-policy-errors). What it holds is not public: only that it is JSON can be checked.
/// </summary>
internal static class CustomPropertiesCheck
{
    private const string ParameterSets = "_connectionparametersets.json";

    public static void Check(SolutionFolder package, List<string> findings)
    {
        if (!package.Files.ContainsKey(SubmissionPackage.CustomProperties))
        {
            findings.AddRange(MultiAuth(package).Distinct().Select(file =>
                $"{SubmissionPackage.Name} has no {SubmissionPackage.CustomProperties}, though {file} offers several ways to sign in; get it from your contact at certification."));
        }
        else if (Json(package[SubmissionPackage.CustomProperties]) is null)
        {
            findings.Add($"{SubmissionPackage.Name}/{SubmissionPackage.CustomProperties} is not JSON.");
        }
    }

    /// <summary>Files of parameter sets, in whatever archive of the package, that offer more than one set. What is no archive is said elsewhere.</summary>
    private static IEnumerable<string> MultiAuth(SolutionFolder folder)
    {
        foreach (var (name, content) in folder.Files)
        {
            if (name.EndsWith(ParameterSets, StringComparison.OrdinalIgnoreCase) && Json(content)?["values"] is JsonArray { Count: > 1 })
            {
                yield return name;
            }
            else if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && PackageCheck.Open(content, name, []) is { } inner)
            {
                foreach (var file in MultiAuth(inner))
                {
                    yield return file;
                }
            }
        }
    }

    private static JsonObject? Json(byte[] content)
    {
        try
        {
            return JsonNode.Parse(content) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // said in the finding
        }
    }
}
