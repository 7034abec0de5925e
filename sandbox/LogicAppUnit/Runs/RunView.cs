using B2BConnector.Runtime.History;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LogicAppUnit.Runs;

/// <summary>The history of one run as a client of the management API reads it: texts that look like times become times.</summary>
internal sealed class RunView(RunHistory history, string workflow, string run)
{
    private const int All = 250;
    private readonly Dictionary<string, JObject?> actions = new(StringComparer.Ordinal);
    private JToken? properties;

    public string Id => run;

    public JToken Properties => properties ??= Read(history.Run(workflow, run)!["properties"]!);

    /// <summary>Every action that the history lists.</summary>
    public IEnumerable<JToken> Actions()
    {
        JToken page;
        var skip = 0;
        do
        {
            page = history.Actions(workflow, run, new PageRequest(All, skip, Self: "next"))!;
            foreach (var action in page["value"]!)
            {
                yield return Read(action);
            }

            skip += All;
        }
        while (page["nextLink"] is not null);
    }

    /// <summary>The properties of an action; null when the history does not list it.</summary>
    public JObject? Action(string name)
    {
        if (!actions.TryGetValue(name, out var known))
        {
            known = history.Action(workflow, run, name) is { } found && (string?)found["name"] == name ? (JObject)Read(found["properties"]!) : null;
            actions[name] = known;
        }

        return known;
    }

    /// <summary>Name and properties of the repetition with this index in the outermost loop; null without.</summary>
    public (string Name, JObject Properties)? Repetition(string action, int index)
    {
        JToken page;
        var skip = 0;
        do
        {
            page = history.Repetitions(workflow, run, action, new PageRequest(All, skip, Self: "next"))!;
            if (page["value"]!.FirstOrDefault(item => (int)item["properties"]!["repetitionIndexes"]![0]!["itemIndex"]! == index) is { } found)
            {
                return ((string)found["name"]!, (JObject)Read(found["properties"]!));
            }

            skip += All;
        }
        while (page["nextLink"] is not null);
        return null;
    }

    /// <param name="action">The action.</param>
    /// <param name="repetition">Name of the repetition; empty for none.</param>
    /// <param name="content">ActionInputs or ActionOutputs.</param>
    public JToken? Content(string action, string repetition, string content) =>
        history.Content(run, action, repetition, content) is { } found ? Read(found) : null;

    private static JToken Read(JToken token) => JToken.Parse(token.ToString(Formatting.None));
}
