using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests.Laws;

/// <summary>Generators of JSON values and of expressions.</summary>
internal static class RandomExpressions
{
    private const int Depth = 3;

    /// <summary>Text without lone halves of surrogate pairs: encodings replace those, here as on the platform.</summary>
    public static Gen<string> WellFormed() => ArbMap.Default.GeneratorFor<string>().Select(s => string.Concat((s ?? "").Where(c => !char.IsSurrogate(c))));

    /// <summary>Any JSON, up to a few levels deep.</summary>
    public static Gen<JToken> Json(int depth = Depth)
    {
        var simple = Gen.OneOf(
            Gen.Choose(int.MinValue, int.MaxValue).Select(i => (JToken)new JValue((long)i)),
            ArbMap.Default.GeneratorFor<double>().Select(d => (JToken)new JValue(d)),
            WellFormed().Select(s => (JToken)new JValue(s)),
            Gen.Elements("", "a", "1", "true", "2026-03-05", "UTC", "<a/>", "https://a/b", "data:,x", "Day").Select(s => (JToken)new JValue(s)),
            Gen.Elements<object?>(true, false, null, 0L, -1L, long.MaxValue, long.MinValue).Select(v => (JToken)new JValue(v)));
        return depth == 0
            ? simple
            : Gen.OneOf(
                simple,
                simple,
                Json(depth - 1).ArrayOf(3).Select(items => (JToken)new JArray(items)),
                WellFormed().Zip(Json(depth - 1)).ArrayOf(2).Select(Object));
    }

    /// <summary>Source text of any expression of the grammar; the functions need not exist.</summary>
    public static Gen<string> Source(int depth = Depth)
    {
        var literal = Gen.OneOf(
            WellFormed().Select(s => $"'{s.Replace("'", "''", StringComparison.Ordinal)}'"),
            Gen.Choose(int.MinValue, int.MaxValue).Select(i => $"{i}"),
            Gen.Elements("1.5", "-0.25", "+3", "1e6", "2.5E-3", "true", "False", "NULL"));
        if (depth == 0)
        {
            return literal;
        }
        var selector = Gen.OneOf(
            Gen.Elements(".a", "?.b", ".Name_1", "?.c-d"),
            Source(depth - 1).Select(k => $"[{k}]"),
            Source(depth - 1).Select(k => $"?[ {k} ]"));
        var call = Gen.Elements("concat", "CONCAT", "triggerBody", "nope", "body", "f.g".Split('.')[0])
            .Zip(Source(depth - 1).ListOf(2))
            .Zip(selector.ListOf(2))
            .Select(p => $"{p.Item1.Item1} ({string.Join(" , ", p.Item1.Item2)}){string.Concat(p.Item2)}");
        return Gen.OneOf(literal, call, call);
    }

    private static JToken Object((string Name, JToken Value)[] members)
    {
        var result = new JObject();
        foreach (var (name, value) in members)
        {
            result[name] = value;
        }
        return result;
    }
}
