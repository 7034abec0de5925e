using System.Globalization;
using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using B2BConnector.OData.Evaluation;
using B2BConnector.OData.Json;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Data;

/// <summary>One page of a collection. The next page starts behind the last key, so rows that come or go in between double or hide nothing.</summary>
internal static class CollectionReader
{
    private const string MaxPageSize = "odata.maxpagesize=";

    public static int Count(HeadquartersSession headquarters, DataQuery query) => Matches(headquarters, query).Count;

    public static JObject Page(HeadquartersSession headquarters, EntityCatalogue entities, DataQuery query, HttpContext context)
    {
        var matches = Matches(headquarters, query);
        var options = query.Options;
        var ordered = Ordered(matches, query);
        var start = Start(ordered, query);
        var size = Math.Min(PageSize(headquarters.Options.PageSize, context), options.Top ?? int.MaxValue);
        var page = ordered.Skip(start).Take(size).ToList();
        var writer = new RowWriter(headquarters, entities, query);
        var remaining = Math.Min(ordered.Count - start - page.Count, (options.Top ?? int.MaxValue) - page.Count);
        var token = options.OrderBy.Count > 0 ? "o" + (start + page.Count).ToString(CultureInfo.InvariantCulture) : page.Count > 0 ? "k" + page[^1].Key : "";
        return ODataBody.Collection(
            DataResponse.ContextOf(context, query.Type),
            page.Select(row => writer.Write(row.Row)),
            options.Count ? matches.Count : null,
            remaining > 0 && page.Count > 0 ? NextLink(query, context, token, page.Count) : null);
    }

    private static List<(string Key, JObject Row)> Matches(HeadquartersSession headquarters, DataQuery query)
    {
        var filter = new RowFilter(query.Type, query.Options.Filter);
        return [.. headquarters.Store.Look(query.Type.Collection, filter.RequiredTexts, row => query.Visible(row) && filter.Matches(row))];
    }

    private static List<(string Key, JObject Row)> Ordered(List<(string Key, JObject Row)> rows, DataQuery query)
    {
        var order = query.Options.OrderBy;
        if (order.Count == 0)
        {
            return rows;
        }

        // Copies: the stored rows lack what they show by default.
        var shown = rows.Select(row => (JObject)row.Row.DeepClone()).ToList();
        foreach (var row in shown)
        {
            foreach (var item in order)
            {
                row[item.Property] = query.Type.Value(row, item.Property);
            }
        }

        return [.. new RowOrder(EvaluationOptions.FinanceAndOperations).Apply(shown, order).Select(row => (query.Type.KeyOf(row), row))];
    }

    private static int Start(List<(string Key, JObject Row)> rows, DataQuery query)
    {
        var token = query.Options.SkipToken;
        if (token is null)
        {
            return query.Options.Skip ?? 0;
        }

        if (token.StartsWith('o') && int.TryParse(token.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
        {
            return offset;
        }

        if (!token.StartsWith('k'))
        {
            throw FinOpsErrors.BadQuery($"The $skiptoken '{token}' is not one this service wrote.");
        }

        var behind = rows.FindIndex(row => string.CompareOrdinal(row.Key, token[1..]) > 0);
        return behind < 0 ? rows.Count : behind;
    }

    private static int PageSize(int standard, HttpContext context)
    {
        var prefer = context.Request.Headers["Prefer"].ToString();
        var at = prefer.IndexOf(MaxPageSize, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !int.TryParse(new string([.. prefer[(at + MaxPageSize.Length)..].TakeWhile(char.IsAsciiDigit)]), out var wished) || wished == 0)
        {
            return standard;
        }

        context.Response.Headers["Preference-Applied"] = MaxPageSize + Math.Min(wished, standard).ToString(CultureInfo.InvariantCulture);
        return Math.Min(wished, standard);
    }

    private static string NextLink(DataQuery query, HttpContext context, string token, int served)
    {
        var next = query.Raw.Where(option => option.Key is not ("$skip" or "$skiptoken" or "$top")).ToDictionary(option => option.Key, option => option.Value);
        if (query.Options.Top is { } top)
        {
            next["$top"] = (top - served).ToString(CultureInfo.InvariantCulture);
        }

        next["$skiptoken"] = token;
        return $"{DataResponse.Root(context)}/{query.Type.Collection}?{string.Join('&', next.Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value)}"))}";
    }
}
