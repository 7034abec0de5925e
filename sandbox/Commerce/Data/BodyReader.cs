using System.Globalization;
using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Data;

/// <summary>Reads the body of a write against the entity: every mistake at once, values in their one form (null = the default).</summary>
internal static class BodyReader
{
    public static JObject Read(EntityType type, JObject body, bool forUpdate)
    {
        var problems = new List<string>();
        var row = new JObject();
        foreach (var member in body.Properties().Where(member => !member.Name.Contains('@', StringComparison.Ordinal)))
        {
            if (type.Property(member.Name) is not { } property)
            {
                problems.Add(FinOpsErrors.UnknownProperty(type, member.Name));
            }
            else if (forUpdate && property.ReadOnly && !type.Keys.Contains(property))
            {
                problems.Add($"The property '{property.Name}' of '{type.Collection}' cannot be changed.");
            }
            else if (Value(property, member.Value, problems) is { } value)
            {
                row[property.Name] = value;
            }
        }

        return problems.Count == 0 ? row : throw FinOpsErrors.BadBody(problems);
    }

    /// <summary>Clients may repeat the key in the body of a PATCH; another value than the row's is a mistake.</summary>
    public static void DropUnchangedKeys(EntityType type, JObject row, JObject changes)
    {
        foreach (var key in type.Keys.Where(key => changes.ContainsKey(key.Name)))
        {
            if (!row.Is(key.Name, changes.Text(key.Name)))
            {
                throw FinOpsErrors.BadBody($"The key property '{key.Name}' of '{type.Collection}' cannot be changed.");
            }

            changes.Remove(key.Name);
        }
    }

    private static JToken? Value(EdmProperty property, JToken token, List<string> problems)
    {
        if (token.Type == JTokenType.Null)
        {
            return property.Default;
        }

        JToken? value = property.Kind switch
        {
            EdmKind.String when token.Type == JTokenType.String => token.DeepClone(),
            EdmKind.Enum when token.Type == JTokenType.String => Symbol(property, token.ToString()),
            EdmKind.Int32 or EdmKind.Int64 when token.Type == JTokenType.Integer => Whole(property, token),
            EdmKind.Decimal when token.Type is JTokenType.Integer or JTokenType.Float => token.Value<decimal>(),
            EdmKind.Boolean when token.Type == JTokenType.Boolean => token.DeepClone(),
            EdmKind.DateTimeOffset when token.Type == JTokenType.String && DateTimeOffset.TryParse(token.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            _ => null,
        };
        if (value is null)
        {
            problems.Add($"Cannot convert the value of property '{property.Name}' to the expected type '{(property.Enum is null ? "Edm." + property.Kind : EnumTypes.Namespace + "." + property.Enum)}'.");
        }
        else if (property.MaxLength > 0 && value.ToString().Length > property.MaxLength)
        {
            problems.Add($"The value of property '{property.Name}' has {value.ToString().Length} characters; at most {property.MaxLength} are allowed.");
        }

        return value;
    }

    private static JToken? Symbol(EdmProperty property, string text) =>
        EnumTypes.Symbols(property.Enum!).FirstOrDefault(symbol => symbol.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } symbol ? new JValue(symbol) : null;

    private static JToken? Whole(EdmProperty property, JToken token)
    {
        try
        {
            return property.Kind == EdmKind.Int32 ? token.Value<int>() : token.Value<long>();
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
