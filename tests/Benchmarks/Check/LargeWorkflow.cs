using System.Text;

namespace B2BConnector.Benchmarks.Check;

/// <summary>A workflow as large as the platform allows: 500 actions in scopes, loops and branches, most of them with expressions that read others.</summary>
internal static class LargeWorkflow
{
    private const int Groups = 50;
    private const int Inside = 9;

    /// <summary>Writes the folder and returns the number of actions.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="faulty">Every action has an expression that reads something which does not exist.</param>
    public static int Write(string folder, bool faulty = false)
    {
        File.WriteAllText(Path.Combine(folder, "host.json"), """{"version":"2.0"}""");
        File.WriteAllText(Path.Combine(folder, "parameters.json"), """{"team":{"type":"String","value":"sales"}}""");
        var main = Directory.CreateDirectory(Path.Combine(folder, "main"));
        var text = new StringBuilder("""
            {
              "definition": {
                "$schema": "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
                "contentVersion": "1.0.0.0",
                "triggers": { "manual": { "type": "Request", "kind": "Http", "inputs": { "schema": {} } } },
                "actions": {

            """);
        for (var group = 0; group < Groups; group++)
        {
            AppendGroup(text, group, faulty);
        }

        text.Append("\n    },\n    \"outputs\": {}\n  },\n  \"kind\": \"Stateful\"\n}\n");
        File.WriteAllText(Path.Combine(main.FullName, "workflow.json"), text.ToString());
        return Groups * (Inside + 1);
    }

    private static void AppendGroup(StringBuilder text, int group, bool faulty)
    {
        var before = group == 0 ? "{}" : $$"""{ "Group_{{group - 1}}": ["Succeeded", "Failed"] }""";
        var fault = faulty ? "@{body('Nowhere')}" : "";
        text.Append(group == 0 ? "" : ",\n").Append($"      \"Group_{group}\": {{\n        \"type\": \"If\",\n        \"expression\": {{ \"and\": [{{ \"equals\": [\"@triggerBody()?['kind']\", \"{group}{fault}\"] }}] }},\n        \"actions\": {{\n");
        for (var step = 0; step < Inside; step++)
        {
            var reads = step == 0 ? "triggerBody()?['name']" : $"outputs('Step_{group}_{step - 1}')?['name']";
            var after = step == 0 ? "{}" : $$"""{ "Step_{{group}}_{{step - 1}}": ["Succeeded"] }""";
            text.Append(step == 0 ? "" : ",\n").Append($$"""
                          "Step_{{group}}_{{step}}": {
                            "type": "Compose",
                            "inputs": { "name": "@toUpper(concat({{reads}}, '-', parameters('team')))", "text": "Step @{add({{step}}, 1)} of @{workflow()['run']['name']}{{fault}}", "list": ["@{utcNow('yyyy-MM-dd')}", {{step}}] },
                            "runAfter": {{after}}
                          }
                """);
        }

        text.Append("\n        },\n        \"runAfter\": ").Append(before).Append("\n      }");
    }
}
