using System.Globalization;
using Microsoft.OpenApi;

namespace B2BConnector.Connector.Contract;

/// <summary>Writes the limits of a <see cref="FieldAttribute"/> into the document: the same that RequestFields checks.</summary>
internal static class FieldLimits
{
    /// <summary>Something other than white space; a required text says so when it has no pattern of its own.</summary>
    private const string Filled = @"\S";

    public static void SetLimits(this OpenApiSchema schema, FieldAttribute field)
    {
        var isText = schema.Type?.HasFlag(JsonSchemaType.String) == true && schema.Enum is not { Count: > 0 };
        if (isText)
        {
            schema.MinLength = field.Required || field.IsFilled ? 1 : null;
            schema.MaxLength = field.Longest > 0 ? field.Longest : null;
            schema.Pattern = field.Pattern ?? (field.Required || field.IsFilled ? Filled : null);
        }

        schema.Minimum = Number(field.Least);
        schema.Maximum = Number(field.Most);
    }

    private static string? Number(double value) => double.IsNaN(value) ? null : value.ToString(CultureInfo.InvariantCulture);
}
