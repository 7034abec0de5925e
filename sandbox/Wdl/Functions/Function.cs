using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>A registered function.</summary>
internal sealed class Function(WdlFunctionAttribute declaration, Func<Arguments, JToken> body)
{
    public string Name => declaration.Name;

    public int Min { get; } = declaration.Min;

    public int Max { get; } = declaration.Max;

    /// <summary>Whether arguments are evaluated only when the function asks for them.</summary>
    public bool IsLazy { get; } = declaration.Lazy;

    public bool NamesFirst => declaration.NamesFirst;

    /// <summary>The sentence with the link that ends most of the platform's messages.</summary>
    public string Help => $"Please see https://aka.ms/logicexpressions#{(string.IsNullOrEmpty(declaration.See) ? Name : declaration.See)} for usage details.";

    public bool Accepts(int count) => count >= Min && count <= Max;

    public JToken Invoke(Arguments arguments) => body(arguments);

    /// <summary>The platform's sentence for a call with a wrong number of arguments. Inferred for functions without a recorded sentence.</summary>
    public string ArityText(string written, int count)
    {
        var start = $"The template language function '{written}' ";
        if (declaration.Expects is null)
        {
            return start + (declaration.Max, declaration.Min) switch
            {
                (0, _) => "must not have any parameters.",
                (1, 1) => "must have only one parameter.",
                _ => $"expects {Range()} parameters. The function was invoked with '{count}' parameter(s).",
            };
        }
        var invoked = declaration.Form switch
        {
            ArityForm.None => "no parameters",
            ArityForm.CountedPlural => $"'{count}' parameters",
            _ => $"'{count}' parameter(s)",
        };
        var help = declaration.See == "" ? "" : " " + Help;
        var takes = declaration.Expects.StartsWith("can ", StringComparison.Ordinal) ? declaration.Expects : "expects " + declaration.Expects;
        return $"{start}{takes}. The function was invoked with {invoked}.{help}";
    }

    private string Range() => Min == Max ? $"{Min}" : Max == int.MaxValue ? $"at least {Min}" : $"{Min} to {Max}";
}
