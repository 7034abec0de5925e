using B2BConnector.Runtime.Definitions;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers;

/// <summary>splitOn: one event per element; everything beside the array is dropped from each.</summary>
internal static class SplitOn
{
    private const int MaximumItems = 100_000;
    private const int MaximumItemsWithConcurrency = 100;

    public static IEnumerable<JObject> Apply(TriggerDefinition trigger, JObject outputs, IEvaluationContext context)
    {
        if (trigger.SplitOn is not { } splitOn)
        {
            return [outputs];
        }

        var value = splitOn.Evaluate(context);
        if (value is not JArray array)
        {
            throw new WdlException($"The template language expression of 'splitOn' must evaluate to an array, but it is of type '{value.Type}'.");
        }

        var limit = trigger.MaximumRuns is null ? MaximumItems : MaximumItemsWithConcurrency;
        if (array.Count > limit)
        {
            throw new WdlException($"The 'splitOn' array has {array.Count} items; at most {limit} are allowed.");
        }

        return array.Select(item => Element(outputs, item));
    }

    private static JObject Element(JObject outputs, JToken item)
    {
        var one = new JObject(outputs.Properties().Where(property => property.Name != "body").Select(property => property.DeepClone()))
        {
            ["body"] = item.DeepClone(),
        };
        return one;
    }
}
