using B2BConnector.Wdl.Tests.CaseFiles;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests.Laws;

/// <summary>Laws that hold for every value; FsCheck looks for one that breaks them, from a fixed seed.</summary>
public sealed class LawTests
{
    private static readonly Config Search = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20260305, 1);

    [Theory]
    [InlineData("@equals(base64ToString(base64(variables('s'))), variables('s'))")]
    [InlineData("@equals(decodeUriComponent(encodeUriComponent(variables('s'))), variables('s'))")]
    [InlineData("@equals(dataUriToString(dataUri(variables('s'))), variables('s'))")]
    [InlineData("@equals(string(binary(variables('s'))), variables('s'))")]
    [InlineData("@equals(concat(take(variables('s'), variables('n')), skip(variables('s'), variables('n'))), variables('s'))")]
    [InlineData("@equals(join(split(variables('s'), 'a'), 'a'), variables('s'))")]
    [InlineData("@equals(slice(variables('s'), 0), variables('s'))")]
    [InlineData("@equals(length(concat(variables('s'), variables('t'))), add(length(variables('s')), length(variables('t'))))")]
    [InlineData("@contains(concat(variables('t'), variables('s')), variables('s'))")]
    [InlineData("@equals(not(less(variables('s'), variables('t'))), greaterOrEquals(variables('s'), variables('t')))")]
    [InlineData("@equals(decodeXmlName(encodeXmlName(variables('s'))), variables('s'))")]
    public void Text_Any_KeepsTheLaw(string law)
    {
        var template = Compile(law);
        Holds(Gen.Two(RandomExpressions.WellFormed()), (s, n) => template.Evaluate(new CaseContext(new JObject { ["variables"] = new JObject { ["s"] = s.Item1, ["t"] = s.Item2, ["n"] = n } })));
    }

    [Theory]
    [InlineData("@equals(json(string(variables('v'))), variables('v'))")]
    [InlineData("@equals(variables('v'), variables('v'))")]
    [InlineData("@equals(reverse(reverse(variables('v'))), variables('v'))")]
    [InlineData("@equals(union(variables('v'), variables('v')), union(variables('v'), json('[]')))")]
    [InlineData("@equals(intersection(variables('v'), variables('v')), union(variables('v'), json('[]')))")]
    [InlineData("@equals(sort(sort(variables('v'))), sort(reverse(sort(variables('v')))))")]
    [InlineData("@equals(union(take(variables('v'), 2), skip(variables('v'), 2)), union(variables('v'), json('[]')))")]
    [InlineData("@equals(length(variables('v')), length(createArray(variables('v'))[0]))")]
    public void Array_Any_KeepsTheLaw(string law)
    {
        var template = Compile(law);
        var value = Gen.OneOf(
            Gen.Choose(-3, 3).Select(i => (JToken)new JValue((long)i)),
            RandomExpressions.WellFormed().Select(s => (JToken)new JValue(s)),
            Gen.Elements<JToken>(true, false, JValue.CreateNull(), 1.5));
        Holds(value.ArrayOf(), (items, _) => template.Evaluate(new CaseContext(new JObject { ["variables"] = new JObject { ["v"] = new JArray(items.Cast<object>().ToArray()) } })));
    }

    [Fact]
    public void Literal_AnyText_ComesBackUnchanged() =>
        Holds(RandomExpressions.WellFormed(), (s, _) => s.Length > 8000 || (string?)Compile($"@'{s.Replace("'", "''", StringComparison.Ordinal)}'").Evaluate(new CaseContext([])) == s);

    [Fact]
    public void Integers_AddThenSubtract_ComeBack() => Holds(
        Gen.Two(Gen.Choose(int.MinValue, int.MaxValue)),
        (p, _) => (bool)Compile($"@and(equals(sub(add({p.Item1}, {p.Item2}), {p.Item2}), {p.Item1}), equals(int(string({p.Item1})), {p.Item1}))").Evaluate(new CaseContext([])));

    private static void Holds<T>(Gen<T> values, Func<T, int, JToken> law) => Holds(values, (value, n) => (bool)law(value, n));

    private static void Holds<T>(Gen<T> values, Func<T, int, bool> law) =>
        Check.One(Search, Prop.ForAll(values.Zip(Gen.Choose(0, 6)).ToArbitrary(), pair => law(pair.Item1, pair.Item2)));

    private static Template Compile(string expression)
    {
        var problems = new List<Problem>();
        var template = Template.Compile(new JValue(expression), "", problems);
        Assert.Empty(problems);
        return template;
    }
}
