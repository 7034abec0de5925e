using B2BConnector.Wdl.Syntax;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests.Laws;

/// <summary>What was parsed and printed parses to the same.</summary>
public sealed class PrintTests
{
    private static readonly Config Search = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261128, 1);

    [Fact]
    public void Print_OfAnythingParsed_ParsesToTheSame() => Check.One(Search, Prop.ForAll(RandomExpressions.Source().ToArbitrary(), source =>
    {
        var parsed = Parse(source);
        var printed = ExpressionPrinter.Print(parsed);
        return Same(parsed, Parse(printed)) && ExpressionPrinter.Print(Parse(printed)) == printed;
    }));

    [Fact]
    public void Same_OtherText_IsNotTheSame() => Assert.False(Same(Parse("concat('a')?['b']"), Parse("concat('a')['b']")));

    private static Expression Parse(string source) => Parser.Parse(source, 0, source.Length, []);

    private static bool Same(Expression a, Expression b) => (a, b) switch
    {
        (LiteralExpression x, LiteralExpression y) => JToken.DeepEquals(x.Value, y.Value),
        (CallExpression x, CallExpression y) => x.Name == y.Name && x.Function == y.Function && All(x.Arguments, y.Arguments)
            && All([.. x.Selectors.Select(s => s.Key)], [.. y.Selectors.Select(s => s.Key)])
            && x.Selectors.Select(s => s.Optional).SequenceEqual(y.Selectors.Select(s => s.Optional)),
        _ => false,
    };

    private static bool All(Expression[] a, Expression[] b) => a.Length == b.Length && a.Zip(b).All(p => Same(p.First, p.Second));
}
