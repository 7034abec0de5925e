using B2BConnector.Wdl.Evaluation;
using B2BConnector.Wdl.Syntax;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>The arguments of one call: evaluated on first use, read with the platform's type errors.</summary>
internal sealed class Arguments(Evaluator evaluator, CallExpression call)
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];
    private readonly JToken?[] _values = new JToken?[call.Arguments.Count];

    public int Count => _values.Length;

    public IEvaluationContext Context => evaluator.Context;

    /// <summary>The function's name in the catalogue's spelling.</summary>
    public string Name => Function.Name;

    private Function Function => call.Function!;

    public JToken this[int index] => _values[index] ??= evaluator.Evaluate(call.Arguments[index]);

    public IEnumerable<JToken> All => Enumerable.Range(0, Count).Select(i => this[i]);

    public void EvaluateAll()
    {
        for (var i = 0; i < Count; i++)
        {
            _ = this[i];
        }
    }

    /// <summary>A string, strictly.</summary>
    public string String(int index) => this[index].Type == JTokenType.String
        ? Text.Of(this[index])
        : throw WrongType(index, Function.Max == 1 ? "a string" : "of type string");

    /// <summary>A string if the argument is there and not null.</summary>
    public string? OptionalString(int index) => index < Count && this[index].Type != JTokenType.Null ? String(index) : null;

    /// <summary>A 64-bit integer, strictly.</summary>
    public long Integer(int index) => Numbers.TryInteger(this[index], out var value) ? value : throw WrongType(index, "an integer");

    public JArray Array(int index) => this[index] as JArray ?? throw WrongType(index, Function.Max == 1 ? "an array" : "of type array");

    public JObject Object(int index) => this[index] as JObject
        ?? throw Fail($"expects its {Ordinal(index)}parameter to be an object. The provided value is of type '{TypeName.Of(this[index])}'.");

    /// <summary>A number of any kind.</summary>
    public JToken Number(int index) => Numbers.Is(this[index]) ? this[index] : throw WrongType(index, "an integer, a float or a decimal number");

    /// <summary>"The template language function 'f' " + what, as an exception.</summary>
    public WdlException Fail(string what) => new($"The template language function '{Name}' {what}");

    /// <summary>Like <see cref="Fail"/>, followed by the sentence with the help link.</summary>
    public WdlException FailWithHelp(string what) => Fail($"{what} {Function.Help}");

    /// <summary>The argument has a type the function cannot take.</summary>
    public WdlException WrongType(int index, string expected) =>
        FailWithHelp($"expects its {Ordinal(index)}parameter to be {expected}. The provided value is of type '{TypeName.Of(this[index])}'.");

    /// <summary>The value has the right type, but cannot be converted.</summary>
    public WdlException NotConvertible(string why = "The value cannot be converted to the target type.") =>
        Fail($"was invoked with a parameter that is not valid. {why}");

    private string Ordinal(int index) => Function.Max == 1 ? "" : (index < Ordinals.Length ? Ordinals[index] : $"#{index + 1}") + " ";
}
