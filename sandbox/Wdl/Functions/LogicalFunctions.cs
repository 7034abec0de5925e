using System.Globalization;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Booleans and comparisons.</summary>
internal static class LogicalFunctions
{
    private const string MatchingTypes = "two parameter of matching types";

    [WdlFunction("if", 3, Lazy = true, Expects = "three parameter: the condition to test as the first parameter, the value to return if the condition is true as the second parameter, and the value to return if the condition is false as the third parameter")]
    public static JToken If(Arguments arguments) => arguments[0].Type == JTokenType.Boolean
        ? arguments[Tokens.IsTrue(arguments[0]) ? 1 : 2]
        : throw arguments.WrongType(0, "of type boolean");

    [WdlFunction("and", 1, int.MaxValue, Lazy = true, Form = ArityForm.CountedPlural, Expects = "at least one boolean parameter")]
    public static JToken And(Arguments arguments) => Tokens.Of(!Decide(arguments, false));

    [WdlFunction("or", 1, int.MaxValue, Lazy = true, Form = ArityForm.CountedPlural, Expects = "at least one boolean parameter")]
    public static JToken Or(Arguments arguments) => Tokens.Of(Decide(arguments, true));

    [WdlFunction("not", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the boolean value to negate")]
    public static JToken Not(Arguments arguments) => arguments[0].Type == JTokenType.Boolean
        ? Tokens.Of(!Tokens.IsTrue(arguments[0]))
        : throw arguments.WrongType(0, "a boolean");

    [WdlFunction("equals", 2, int.MaxValue, Expects = "two parameters: the values to test for deep equality")]
    public static JToken Equal(Arguments arguments)
    {
        var equality = Equality.Of(arguments.Options);
        for (var i = 1; i < arguments.Count; i++)
        {
            if (!equality.Equals(arguments[0], arguments[i]))
            {
                return Tokens.False;
            }
        }
        return Tokens.True;
    }

    /// <summary>What Switch uses: the types must match.</summary>
    [WdlFunction("strongEquals", 2)]
    public static JToken StrongEquals(Arguments arguments)
    {
        var types = arguments.All.Select(TypeName.Of).Distinct().ToList();
        return types.Count == 1
            ? Tokens.Of(Equality.Of(LanguageOptions.Default).Equals(arguments[0], arguments[1]))
            : throw new WdlException($"Template language function '{arguments.Name}' expects parameters of same type, but found '{string.Join(",", types)}' distinct types.");
    }

    [WdlFunction("less", 2, See = "", Expects = MatchingTypes)]
    public static JToken Less(Arguments arguments) => Tokens.Of(Compare(arguments) < 0);

    [WdlFunction("lessOrEquals", 2, See = "", Expects = MatchingTypes)]
    public static JToken LessOrEquals(Arguments arguments) => Tokens.Of(Compare(arguments) <= 0);

    [WdlFunction("greater", 2, See = "", Expects = MatchingTypes)]
    public static JToken Greater(Arguments arguments) => Tokens.Of(Compare(arguments) > 0);

    [WdlFunction("greaterOrEquals", 2, See = "", Expects = MatchingTypes)]
    public static JToken GreaterOrEquals(Arguments arguments) => Tokens.Of(Compare(arguments) >= 0);

    /// <summary>Asks whether text reads as an integer; a number is no text (recorded on the local host).</summary>
    [WdlFunction("isInt", 1, Expects = "one parameter, a string which may contain an integer")]
    public static JToken IsInt(Arguments arguments) => Tokens.Of(NumberText.LooksLikeInteger(arguments.String(0)));

    [WdlFunction("isFloat", 1, 2, Expects = "a string to parse as the first parameter, and an optional RFC4646 culture-identifier string as the second parameter")]
    public static JToken IsFloat(Arguments arguments) =>
        Tokens.Of(NumberText.LooksLikeFloat(arguments.String(0), Cultures.Of(arguments, 1) ?? CultureInfo.InvariantCulture));

    /// <summary>Arguments after the deciding one are not evaluated.</summary>
    private static bool Decide(Arguments arguments, bool decisive)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = arguments[i];
            if (value.Type != JTokenType.Boolean)
            {
                throw arguments.Fail($"expects all of its parameters to be booleans. Found invalid parameter types: '{TypeName.Of(value)}'.");
            }
            if (Tokens.IsTrue(value) == decisive)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Numbers by value, texts by <see cref="LanguageOptions.OrdinalTextOrder"/>. Null when a NaN is involved: every comparison is false then.</summary>
    private static int? Compare(Arguments arguments)
    {
        var (a, b) = (arguments[0], arguments[1]);
        if (Numbers.Is(a) && Numbers.Is(b))
        {
            return Numbers.IsNaN(a) || Numbers.IsNaN(b) ? null : Arithmetic.Compare(a, b);
        }
        if (a.Type == JTokenType.String && b.Type == JTokenType.String)
        {
            return string.Compare(Text.Of(a), Text.Of(b), arguments.Options.OrdinalTextOrder ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
        }
        var invalid = arguments.All.Where(v => !Numbers.Is(v) && v.Type != JTokenType.String).Select(TypeName.Of).ToList();
        throw invalid.Count == 0
            ? arguments.Fail($"expects two parameter of matching types. The function was invoked with values of type '{TypeName.Of(a)}' and '{TypeName.Of(b)}' that do not match.")
            : arguments.Fail($"expects all of its parameters to be either integer or decimal numbers. Found invalid parameter types: '{string.Join("', '", invalid)}'.");
    }
}
