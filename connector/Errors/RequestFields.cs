using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Errors;

/// <summary>Checks a body against the limits its fields declare, so that the contract and the check are one and the same.</summary>
internal static class RequestFields
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Field>> Known = new();
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(100);

    public static void CheckFields(this RequestProblems problems, object body, string path = "")
    {
        foreach (var field in Known.GetOrAdd(body.GetType(), Read))
        {
            var target = path + field.Name;
            switch (field.Property.GetValue(body))
            {
                case string text:
                    CheckText(problems, field, target, text);
                    break;
                case null:
                    problems.RequirePresent(!field.Rules.Required, target);
                    break;
                case IConvertible number and (int or decimal or double):
                    CheckNumber(problems, field.Rules, target, number.ToDouble(CultureInfo.InvariantCulture));
                    break;
                case var part when part.GetType().IsClass:
                    problems.CheckFields(part, target + ".");
                    break;
            }
        }
    }

    private static void CheckText(RequestProblems problems, Field field, string target, string text)
    {
        if (string.IsNullOrWhiteSpace(text) && (field.Rules.Required || field.Rules.IsFilled))
        {
            problems.RequirePresent(false, target);
            return;
        }

        problems.AllowText(text, target, field.Rules.Longest == 0 ? int.MaxValue : field.Rules.Longest);

        // What is too long is not matched: matching may take the square of the length.
        problems.Require(text.Length > field.Rules.Longest || field.Pattern?.IsMatch(text) != false, target, $"{target} {field.Rules.PatternInWords}.");
    }

    private static void CheckNumber(RequestProblems problems, FieldAttribute rules, string target, double number)
    {
        var words = double.IsNaN(rules.Most) ? $"{rules.Least} or more" : $"from {rules.Least} to {rules.Most}";
        problems.Require(!(number < rules.Least || number > rules.Most), target, string.Create(CultureInfo.InvariantCulture, $"{target} must be {words}."));
    }

    private static List<Field> Read(Type type) =>
    [
        .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           let rules = property.GetCustomAttribute<FieldAttribute>()
           where rules is not null
           select new Field(property, rules, JsonNamingPolicy.CamelCase.ConvertName(property.Name), Compile(rules.Pattern)),
    ];

    /// <summary>To ECMAScript, and so to readers of the contract, $ is the very end; to .NET a line feed may follow.</summary>
    private static Regex? Compile(string? pattern) =>
        pattern is null ? null : new Regex(pattern.EndsWith('$') ? pattern[..^1] + @"\z" : pattern, RegexOptions.CultureInvariant, LongestMatch);

    private sealed record Field(PropertyInfo Property, FieldAttribute Rules, string Name, Regex? Pattern);
}
