namespace B2BConnector.OData.Query;

internal static class ExpandParser
{
    public static ODataResult<List<ExpandItem>> Parse(string text)
    {
        var items = new List<ExpandItem>();
        foreach (var (part, position) in TextSplit.Outside(text, ','))
        {
            var item = Item(part.Trim(), position, text);
            if (!item.Ok) return item.Problem;
            items.Add(item.Value);
        }
        return items;
    }

    private static ODataResult<ExpandItem> Item(string part, int position, string text)
    {
        var open = part.IndexOf('(');
        var name = (open < 0 ? part : part[..open]).Trim();
        if (name.Length == 0) return ODataProblem.Expected("An identifier was", position, text);
        if (open < 0) return new ExpandItem(name, new QueryOptions(), position);
        if (!part.EndsWith(')')) return ODataProblem.Expected("')'", position + part.Length, text);
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var (option, offset) in TextSplit.Outside(part[(open + 1)..^1], ';'))
        {
            if (option.Trim().Length == 0) continue;
            var equals = option.IndexOf('=');
            if (equals < 0) return ODataProblem.Syntax(position + open + 1 + offset, text);
            pairs.Add(new(option[..equals].Trim(), option[(equals + 1)..]));
        }
        var options = QueryOptions.Parse(pairs);
        return options.Ok ? new ExpandItem(name, options.Value, position) : options.Problem;
    }
}
