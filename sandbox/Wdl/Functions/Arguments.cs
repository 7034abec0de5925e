using B2BConnector.Wdl.Evaluation;
using B2BConnector.Wdl.Syntax;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>
/// The arguments of one call: evaluated on first use, read with the platform's type errors. Valid while the call is open; the next call
/// at the same depth uses the object again.
/// </summary>
internal sealed class Arguments(Evaluator evaluator)
{
    private const int Usual = 4;
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];
    private Expression[] _expressions = [];
    private JToken?[] _values = new JToken?[Usual];

    public int Count => _expressions.Length;

    public IEvaluationContext Context => evaluator.Context;

    public LanguageOptions Options => evaluator.Context.Options;

    /// <summary>What the expression may still build.</summary>
    public Budget Budget => evaluator.Budget;

    /// <summary>The function's name in the catalogue's spelling.</summary>
    public string Name => Function.Name;

    private Function Function { get; set; } = null!;

    public JToken this[int index] => _values[index] ?? (_values[index] = _expressions[index].Evaluate(evaluator));

    public IEnumerable<JToken> All
    {
        get
        {
            for (var i = 0; i < Count; i++)
            {
                yield return this[i];
            }
        }
    }

    /// <summary>Begins a call. Unless the function is lazy, all arguments are evaluated, in order.</summary>
    public void Open(Function function, Expression[] arguments)
    {
        Function = function;
        _expressions = arguments;
        if (arguments.Length > _values.Length)
        {
            _values = new JToken?[arguments.Length];
        }
        var values = _values;
        if (function.IsLazy)
        {
            System.Array.Clear(values);
            return;
        }
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Evaluate(evaluator);
        }
    }

    /// <summary>Lets go of the values.</summary>
    public void Clear() => System.Array.Clear(_values);

    /// <summary>A string, strictly.</summary>
    public string String(int index) => this[index] is JValue { Value: string text }
        ? text
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

    /// <summary>All arguments as one text.</summary>
    public string Joined()
    {
        var texts = new string[Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Text.Of(this[i]);
        }
        Budget.Text(texts);
        return string.Concat(texts);
    }

    /// <summary>An array of the items, if the expression may still build as many.</summary>
    public JArray Built(IEnumerable<JToken> items)
    {
        var result = new JArray();
        foreach (var item in items)
        {
            Budget.Elements(1);
            result.Add(item);
        }
        return result;
    }

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
