using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>
/// A name that is looked up again and again: exact spelling first, then any casing. It remembers where it was found last, because the objects
/// that one place of an expression sees have their members in the same order.
/// </summary>
internal sealed class MemberName(string name)
{
    private int _place;

    public string Text { get; } = name;

    public JProperty? Find(JObject item)
    {
        IList<JToken> members = item;
        var place = _place;
        if ((uint)place < (uint)members.Count && members[place] is JProperty found && found.Name == Text)
        {
            return found;
        }
        return Search(item);
    }

    /// <summary>The value of the member; null when the record is no object or has no such member.</summary>
    public JToken Of(JToken record) => record is JObject item && Find(item) is { } member ? member.Value : Tokens.Null;

    private JProperty? Search(JObject item)
    {
        var found = Properties.Find(item, Text);
        if (found is not null && found.Name == Text)
        {
            var place = 0;
            for (var before = found.Previous; before is not null; before = before.Previous)
            {
                place++;
            }
            _place = place;
        }
        return found;
    }
}
