using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using B2BConnector.OData.Keys;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Data;

/// <summary>What the path names: a collection, one row of it by its whole key, or its count.</summary>
internal sealed record DataTarget(IEntity Entity, IReadOnlyList<string>? Key, bool Count)
{
    public string KeyText => string.Join(",", Entity.Type.Keys.Zip(Key!, (key, value) => $"{key.Name}='{value}'"));

    public static DataTarget Of(HttpContext context, EntityCatalogue entities)
    {
        // The raw target, since the server leaves an encoded slash inside a key encoded in Path.
        var raw = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var path = Uri.UnescapeDataString(raw.Split('?')[0])["/data".Length..].Trim('/');
        var parsed = ResourcePath.Parse(path);
        if (!parsed.Ok)
        {
            throw FinOpsErrors.BadQuery(parsed.Problem.Message);
        }

        var segments = parsed.Value.Segments;
        var entity = entities.Find(segments[0].Name) ?? throw FinOpsErrors.UnknownSegment(segments[0].Name);
        var count = segments.Count == 2 && segments[1] is { Name: "$count", Key: null } && segments[0].Key is null;
        if (segments.Count > 1 && !count)
        {
            throw entity.Type.Navigation(segments[1].Name) is null && entity.Type.Property(segments[1].Name) is null
                ? FinOpsErrors.UnknownSegment(segments[1].Name)
                : FinOpsErrors.Unsupported($"A path behind a row ('{segments[1].Name}')");
        }

        return new DataTarget(entity, segments[0].Key is { } key ? Values(entity.Type, key) : null, count);
    }

    /// <summary>The key of a row as it stands in an address.</summary>
    public static string Describe(EntityType type, JObject row) => string.Join(",", type.Keys.Select(key =>
    {
        var value = type.Value(row, key.Name).ToString();
        return key.Name + "=" + key.Kind switch
        {
            EdmKind.Int64 => value,
            EdmKind.Enum => $"{EnumTypes.Namespace}.{key.Enum}'{value}'",
            _ => $"'{Uri.EscapeDataString(value.Replace("'", "''", StringComparison.Ordinal))}'",
        };
    }));

    /// <summary>The row to change, after the checks every change shares: it exists, the caller may see it, the etag still fits.</summary>
    public JObject ForWrite(HeadquartersSession headquarters, DataQuery query, HttpContext context)
    {
        var row = headquarters.Find(Entity.Type, [.. Key!]) is { } found && query.Visible(found) ? found : throw FinOpsErrors.NothingToUpdate();
        var expected = context.Request.Headers.IfMatch.ToString();
        if (headquarters.Options.EnforceEtags && expected.Length > 0 && expected != "*"
            && !expected.Split(',', StringSplitOptions.TrimEntries).Contains(HeadquartersSession.Etag(row), StringComparer.Ordinal))
        {
            throw FinOpsErrors.EtagMismatch();
        }

        return row;
    }

    private static List<string> Values(EntityType type, KeyPredicate key)
    {
        if (key.Single is { } single)
        {
            return type.Keys.Count == 1
                ? [single.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)]
                : throw FinOpsErrors.BadQuery($"The key of '{type.Collection}' has {type.Keys.Count} parts: name every one ({string.Join(", ", type.Keys.Select(part => part.Name))}).");
        }

        var named = key.Named.ToDictionary(part => part.Key, part => part.Value.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return named.Count == type.Keys.Count && type.Keys.All(part => named.ContainsKey(part.Name))
            ? [.. type.Keys.Select(part => named[part.Name])]
            : throw FinOpsErrors.BadQuery($"The key of '{type.Collection}' is {string.Join(", ", type.Keys.Select(part => part.Name))}; give exactly these.");
    }
}
