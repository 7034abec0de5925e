namespace B2BConnector.OData.Query;

internal static class OrderByParser
{
    public static ODataResult<List<OrderItem>> Parse(string text)
    {
        var items = new List<OrderItem>();
        var position = 0;
        foreach (var part in text.Split(','))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is 0 or > 2 || (words.Length == 2 && words[1] is not ("asc" or "desc"))) return ODataProblem.Syntax(position, text);
            items.Add(new OrderItem(words[0], words is [_, "desc"], position));
            position += part.Length + 1;
        }
        return items;
    }
}
