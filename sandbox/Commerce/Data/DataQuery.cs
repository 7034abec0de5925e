using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using B2BConnector.OData.Query;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Data;

/// <summary>The query options of one request, checked against the entity.</summary>
internal sealed class DataQuery
{
    private static readonly string[] Known = ["$filter", "$select", "$orderby", "$expand", "$top", "$skip", "$count", "$skiptoken", "$format"];

    private readonly CommerceOptions _settings;

    private DataQuery(CommerceOptions settings, EntityType type, QueryOptions options, IReadOnlyDictionary<string, string> raw)
    {
        (_settings, Type, Options, Raw) = (settings, type, options, raw);
        CrossCompany = options.Custom.TryGetValue("cross-company", out var cross) && cross.Equals("true", StringComparison.OrdinalIgnoreCase);
    }

    public EntityType Type { get; }

    public QueryOptions Options { get; }

    /// <summary>The options as sent, for the address of the next page.</summary>
    public IReadOnlyDictionary<string, string> Raw { get; }

    public bool CrossCompany { get; }

    public static DataQuery Of(HttpContext context, CommerceOptions settings, EntityType type)
    {
        var pairs = context.Request.Query.SelectMany(option => option.Value.Select(value => KeyValuePair.Create(option.Key, value ?? ""))).ToList();
        if (pairs.Find(pair => pair.Key.StartsWith('$') && !Known.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)).Key is { } unknown)
        {
            throw FinOpsErrors.Unsupported($"The query option '{unknown}'");
        }

        var parsed = QueryOptions.Parse(pairs);
        if (!parsed.Ok)
        {
            throw FinOpsErrors.BadQuery(parsed.Problem.Message);
        }

        QueryCheck.Check(type, parsed.Value);
        return new DataQuery(settings, type, parsed.Value, pairs.GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.First().Value));
    }

    /// <summary>Without cross-company=true a caller sees its own legal entity and what belongs to none.</summary>
    public bool Visible(JObject row) => CrossCompany || !Type.HasCompany || row.Is(EntityType.Company, _settings.DefaultLegalEntity);
}
