namespace B2BConnector.Wdl.Functions;

/// <summary>Makes a static method <c>JToken Method(Arguments arguments)</c> a function of the language.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class WdlFunctionAttribute(string name, int min = 0, int max = -1) : Attribute
{
    /// <summary>Name in the catalogue's spelling; calls match it in any casing.</summary>
    public string Name { get; } = name;

    /// <summary>Fewest arguments.</summary>
    public int Min { get; } = min;

    /// <summary>Most arguments; equal to <see cref="Min"/> if not given.</summary>
    public int Max { get; } = max == -1 ? min : max;

    /// <summary>Arguments are evaluated only when the function asks for them.</summary>
    public bool Lazy { get; init; }

    /// <summary>The first argument must be a name in quotes, because dependencies are read from it.</summary>
    public bool NamesFirst { get; init; }

    /// <summary>What the platform's arity sentence says after "expects", up to the full stop. Null = the short sentence about the count.</summary>
    public string? Expects { get; init; }

    /// <summary>How the arity sentence ends: "with '2' parameter(s)" and so on.</summary>
    public ArityForm Form { get; init; }

    /// <summary>Anchor of the help link in the arity sentence; null = the name, "" = the arity sentence has no link.</summary>
    public string? See { get; init; }
}
