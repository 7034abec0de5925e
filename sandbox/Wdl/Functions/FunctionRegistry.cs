using System.Collections.Frozen;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>All functions, found once by their attribute. Two methods with one name stop the start.</summary>
internal sealed class FunctionRegistry
{
    private const int MaxDistance = 2;
    private readonly FrozenDictionary<string, Function> _functions;
    private readonly List<(string Name, string Upper)> _upperNames;
    private readonly FrozenDictionary<string, Function>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    internal FunctionRegistry(IEnumerable<Type> families)
    {
        var functions = new Dictionary<string, Function>(StringComparer.OrdinalIgnoreCase);
        foreach (var method in families.SelectMany(f => f.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)))
        {
            foreach (var declaration in method.GetCustomAttributes<WdlFunctionAttribute>())
            {
                var function = new Function(declaration, method.CreateDelegate<Func<Arguments, JToken>>());
                if (!functions.TryAdd(declaration.Name, function))
                {
                    throw new InvalidOperationException($"Two methods implement the function '{declaration.Name}'; the second is {method.DeclaringType?.Name}.{method.Name}.");
                }
            }
        }
        _functions = functions.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _bySpan = _functions.GetAlternateLookup<ReadOnlySpan<char>>();
        _upperNames = [.. functions.Values.Select(f => (f.Name, f.Name.ToUpperInvariant()))];
    }

    public static FunctionRegistry Default { get; } = new(typeof(FunctionRegistry).Assembly.GetTypes().Where(type => type is { IsAbstract: true, IsSealed: true }));

    public IEnumerable<Function> All => _functions.Values;

    public Function? Find(ReadOnlySpan<char> name) => _bySpan.TryGetValue(name, out var function) ? function : null;

    /// <summary>The function a maker most likely meant: at most two letters away, else null.</summary>
    public string? Nearest(string name)
    {
        var upper = name.ToUpperInvariant();
        return _upperNames
            .Where(f => Math.Abs(f.Upper.Length - upper.Length) <= MaxDistance)
            .Select(f => (f.Name, Distance: EditDistance(f.Upper, upper)))
            .Where(c => c.Distance <= MaxDistance)
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => c.Name)
            .FirstOrDefault();
    }

    private static int EditDistance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[^1];
    }
}
