using System.Collections.Frozen;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace B2BConnector.ApiHub.Policies;

/// <summary>Makes the policies of apiProperties.json. A policy that is not known stops the start: leaving it out would change what the connector does.</summary>
internal static class PolicyFile
{
    // ToFrozenDictionary throws on a templateId that two classes claim.
    private static readonly FrozenDictionary<string, Type> Kinds = typeof(Policy).Assembly.GetTypes()
        .Select(type => (Type: type, Template: type.GetCustomAttribute<PolicyTemplateAttribute>()))
        .Where(kind => kind.Template is not null)
        .ToDictionary(kind => kind.Template!.TemplateId, kind => kind.Type)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<Policy> Read(JObject properties, string file, PolicyScope scope, ICollection<string> problems)
    {
        var policies = new List<Policy>();
        foreach (var (instance, index) in (properties["policyTemplateInstances"] as JArray ?? []).OfType<JObject>().Select((instance, index) => (instance, index)))
        {
            var template = (string?)instance["templateId"] ?? "";
            var where = $"{file}: the policy '{(string?)instance["title"] ?? template}' (properties.policyTemplateInstances[{index}])";
            if (!Kinds.TryGetValue(template, out var kind))
            {
                problems.Add($"{where} has the templateId '{template}'; the gateway knows {string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))}.");
                continue;
            }

            policies.Add((Policy)Activator.CreateInstance(kind, new PolicySettings(instance, scope, where, problems))!);
        }

        return policies;
    }
}
