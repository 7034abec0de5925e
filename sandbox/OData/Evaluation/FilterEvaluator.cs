using B2BConnector.OData.Expressions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.OData.Evaluation;

/// <summary>Answers whether a row passes a filter. A navigation path reads nested objects of the row, so expand them before.</summary>
/// <param name="options">How the system compares.</param>
/// <param name="column">The value of a column where it is more than the member of that name; null: the member.</param>
public sealed class FilterEvaluator(EvaluationOptions options, Func<JObject, string, JToken?>? column = null)
{
    /// <summary>True when <paramref name="row"/> passes. An absent column counts as null; <c>null ne 'x'</c> is true, as in both systems.</summary>
    public bool Matches(ODataExpression filter, JObject row) => Truth(filter, row, null);

    private bool Truth(ODataExpression node, JObject row, (string Name, JToken Value)? bound) => node switch
    {
        Binary { Operator: BinaryOperator.And } and => Truth(and.Left, row, bound) && Truth(and.Right, row, bound),
        Binary { Operator: BinaryOperator.Or } or => Truth(or.Left, row, bound) || Truth(or.Right, row, bound),
        Binary comparison => Holds(comparison, Value(comparison.Left, row, bound), Value(comparison.Right, row, bound)),
        Negation negation => !Truth(negation.Operand, row, bound),
        TextFunction function => Text(function, Value(function.Subject, row, bound), Value(function.Argument, row, bound)),
        Lambda lambda => Quantified(lambda, row, bound),
        _ => Value(node, row, bound) is { Type: JTokenType.Boolean } flag && flag.Value<bool>(),
    };

    private JToken? Value(ODataExpression node, JObject row, (string Name, JToken Value)? bound) => node switch
    {
        Literal literal => literal.Value,
        PropertyPath path when bound is { } range && path.Segments[0] == range.Name => Read(range.Value, path.Segments),
        PropertyPath path => Read(column is null ? row[path.Segments[0]] : column(row, path.Segments[0]), path.Segments),
        _ => new JValue(Truth(node, row, bound)),
    };

    /// <summary>Goes on from the value of the first segment.</summary>
    private static JToken? Read(JToken? first, IReadOnlyList<string> segments)
    {
        var current = first;
        for (var at = 1; at < segments.Count; at++)
        {
            current = (current as JObject)?[segments[at]];
        }
        return current;
    }

    private bool Holds(Binary node, JToken? left, JToken? right)
    {
        if (options.AsteriskWildcards && Wildcard(node, left) is { } matched) return matched;
        if (TokenComparison.IsNull(left) || TokenComparison.IsNull(right))
        {
            var both = TokenComparison.IsNull(left) && TokenComparison.IsNull(right);
            return node.Operator switch { BinaryOperator.Eq => both, BinaryOperator.Ne => !both, _ => false };
        }
        var order = TokenComparison.Compare(left, right, options.Strings, IsDate(node.Left) || IsDate(node.Right));
        return node.Operator switch
        {
            BinaryOperator.Eq => order == 0,
            BinaryOperator.Ne => order != 0,
            BinaryOperator.Gt => order > 0,
            BinaryOperator.Ge => order >= 0,
            BinaryOperator.Lt => order < 0,
            _ => order <= 0,
        };
    }

    private bool? Wildcard(Binary node, JToken? left)
    {
        if (node is not { Operator: BinaryOperator.Eq or BinaryOperator.Ne, Right: Literal { Kind: LiteralKind.String } literal }) return null;
        var pattern = (string)literal.Value!;
        if (!pattern.Contains('*')) return null;
        var matched = left?.Type == JTokenType.String && LikePattern.Asterisk(left.Value<string>()!, pattern, options.Strings);
        return matched == (node.Operator == BinaryOperator.Eq);
    }

    private bool Text(TextFunction function, JToken? subject, JToken? argument)
    {
        if (subject?.Type != JTokenType.String || argument?.Type != JTokenType.String) return false;
        var (text, part) = (subject.Value<string>()!, argument.Value<string>()!);
        if (options.SqlWildcards && part.AsSpan().IndexOfAny("%_[") >= 0)
            return LikePattern.Sql(text, (function.Name == "startswith" ? "" : "%") + part + (function.Name == "endswith" ? "" : "%"), options.Strings);
        return function.Name switch
        {
            "contains" => text.Contains(part, options.Strings),
            "startswith" => text.StartsWith(part, options.Strings),
            _ => text.EndsWith(part, options.Strings),
        };
    }

    private bool Quantified(Lambda lambda, JObject row, (string Name, JToken Value)? bound)
    {
        var items = (Value(lambda.Collection, row, bound) as JArray ?? []).ToList();
        if (lambda.Body is null) return items.Count > 0;
        return lambda.All
            ? items.TrueForAll(item => Truth(lambda.Body, row, (lambda.Variable!, item)))
            : items.Exists(item => Truth(lambda.Body, row, (lambda.Variable!, item)));
    }

    private static bool IsDate(ODataExpression node) => node is Literal { Kind: LiteralKind.DateTime };
}
