using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Numbers. Two integers stay integers and can overflow; floats go to Infinity.</summary>
internal static class MathFunctions
{
    private const long MaxRange = 100_000;
    private const long MaxRangeEnd = int.MaxValue;
    private const string ListOfNumbers = "either an array of numbers or a comma separated list of numbers as its parameters";

    private static readonly Arithmetic.Operation Sum = new((a, b) => checked(a + b), (a, b) => a + b, (a, b) => a + b);
    private static readonly Arithmetic.Operation Difference = new((a, b) => checked(a - b), (a, b) => a - b, (a, b) => a - b);
    private static readonly Arithmetic.Operation Product = new((a, b) => checked(a * b), (a, b) => a * b, (a, b) => a * b);
    private static readonly Arithmetic.Operation Quotient = new((a, b) => checked(a / b), (a, b) => a / b, (a, b) => a / b);
    private static readonly Arithmetic.Operation Remainder = new((a, b) => b == -1 ? 0 : a % b, (a, b) => a % b, (a, b) => a % b);
    private static readonly Arithmetic.Operation Smaller = new(Math.Min, Math.Min, Math.Min);
    private static readonly Arithmetic.Operation Larger = new(Math.Max, Math.Max, Math.Max);

    [WdlFunction("add", 2, Expects = "two numeric parameters: the first summand as the first parameter and the seccond summand as the second parameter")]
    public static JToken Add(Arguments arguments) => Apply(arguments, Sum);

    [WdlFunction("sub", 2, Expects = "two numeric parameters: the minuend as the first parameter and the subtrahend as the second parameter")]
    public static JToken Sub(Arguments arguments) => Apply(arguments, Difference);

    [WdlFunction("mul", 2, Expects = "two numeric parameters: the first multiplicand as the first parameter and the second multiplicand as the second parameter")]
    public static JToken Mul(Arguments arguments) => Apply(arguments, Product);

    [WdlFunction("div", 2, Expects = "two numeric parameters: the dividend as the first parameter and the divisor as the second parameter")]
    public static JToken Div(Arguments arguments) => Divide(arguments, Quotient);

    /// <summary>The sign is the dividend's.</summary>
    [WdlFunction("mod", 2, See = "div", Expects = "two numeric parameters: the dividend as the first parameter and the divisor as the second parameter")]
    public static JToken Mod(Arguments arguments) => Divide(arguments, Remainder);

    [WdlFunction("min", 1, int.MaxValue, Form = ArityForm.None, Expects = ListOfNumbers)]
    public static JToken Min(Arguments arguments) => Fold(arguments, Smaller);

    [WdlFunction("max", 1, int.MaxValue, Form = ArityForm.None, Expects = ListOfNumbers)]
    public static JToken Max(Arguments arguments) => Fold(arguments, Larger);

    /// <summary>From the first up to, not including, the second number.</summary>
    [WdlFunction("rand", 2, Expects = "two integer parameters: an inclusive minimum of the range as the first parameter and an inclusive maximum of the range as the second parameter")]
    public static JToken Rand(Arguments arguments)
    {
        var (min, max) = (arguments.Integer(0), arguments.Integer(1));
        return min < max
            ? Tokens.Of(arguments.Context.Random.NextInt64(min, max))
            : throw arguments.FailWithHelp($"expects its first parameter to be less than its second parameter. The provided values are '{min}' and '{max}'."); // Inferred text.
    }

    [WdlFunction("range", 2, Expects = "two integer parameters: an inclusive start index of the range as the first parameter and a count of integers to return as the second parameter")]
    public static JToken Range(Arguments arguments)
    {
        var (start, count) = (arguments.Integer(0), arguments.Integer(1));
        if (count is < 1 or > MaxRange)
        {
            throw arguments.FailWithHelp($"expects its second parameter to be an integer between 1 and {MaxRange}. The provided value is '{count}'."); // Inferred text.
        }
        if (start > MaxRangeEnd - count)
        {
            throw arguments.FailWithHelp($"expects the sum of its parameters to be at most {MaxRangeEnd}. The provided values are '{start}' and '{count}'."); // Inferred text.
        }
        arguments.Budget.Elements(count);
        var result = new JArray();
        for (var number = start; number < start + count; number++)
        {
            result.Add(new JValue(number));
        }
        return result;
    }

    private static JToken Divide(Arguments arguments, Arithmetic.Operation operation)
    {
        _ = arguments.Number(0);
        return Arithmetic.IsZero(arguments.Number(1))
            ? throw new WdlException($"Attempt to divide an integral or decimal value by zero in function '{arguments.Name}'.")
            : Apply(arguments, operation);
    }

    private static JToken Apply(Arguments arguments, Arithmetic.Operation operation) => Apply(arguments, arguments.Number(0), arguments.Number(1), operation);

    private static JToken Apply(Arguments arguments, JToken a, JToken b, Arithmetic.Operation operation)
    {
        try
        {
            return Arithmetic.Apply(a, b, operation);
        }
        catch (OverflowException)
        {
            throw arguments.Fail("failed: Arithmetic operation resulted in an overflow."); // Inferred text.
        }
    }

    private static JToken Fold(Arguments arguments, Arithmetic.Operation operation)
    {
        var numbers = arguments.Count == 1 && arguments[0] is JArray items ? items.ToList() : [.. arguments.All];
        var invalid = numbers.Where(n => !Numbers.Is(n)).Select(TypeName.Of).Distinct().ToList();
        if (numbers.Count == 0 || invalid.Count > 0)
        {
            throw arguments.Fail($"expects all of its parameters to be either integer or decimal numbers. Found invalid parameter types: '{string.Join("', '", invalid)}'.");
        }
        return numbers.Aggregate((a, b) => Apply(arguments, a, b, operation));
    }
}
