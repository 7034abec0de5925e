using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions.Checks;

/// <summary>What folder and file of a workflow must look like for designer and host.</summary>
internal static partial class FileChecks
{
    private const int LongestFolderName = 32;
    private const string SchemaAddress = "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#";
    private const string ContentVersion = "1.0.0.0";

    public static void Run(WorkflowDefinition workflow, SourceProblems problems)
    {
        if (workflow.Name.Length > LongestFolderName)
        {
            problems.Add(DefinitionProblems.FolderNameTooLong(workflow.Name, LongestFolderName));
        }
        else if (!FolderName().IsMatch(workflow.Name))
        {
            problems.Add(DefinitionProblems.FolderName(workflow.Name));
        }

        if (problems.Source.FirstComment is { } comment)
        {
            problems.AddAt(DefinitionProblems.Comment(), problems.Source.Position(comment));
        }

        if ((problems.Source.Root as JObject)?["definition"] is JObject definition)
        {
            var schema = definition["$schema"]?.ToString() ?? "";
            if (!schema.Contains("Microsoft.Logic", StringComparison.OrdinalIgnoreCase) || !schema.Contains("workflowdefinition.json", StringComparison.OrdinalIgnoreCase))
            {
                problems.Add(DefinitionProblems.SchemaAddress("definition.$schema", "$schema", SchemaAddress));
            }

            if (definition["contentVersion"] is not { Type: JTokenType.String })
            {
                problems.Add(DefinitionProblems.SchemaAddress("definition.contentVersion", "contentVersion", ContentVersion));
            }
        }
    }

    // The extension for VS Code, when it makes a workflow.
    [GeneratedRegex("^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FolderName();
}
