using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace B2BConnector.Connector.Contract;

/// <summary>Writes <see cref="FieldAttribute"/> of path and query parameters into the document.</summary>
internal sealed class ParameterFilter : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (parameter is not OpenApiParameter target)
        {
            return;
        }

        var field = context.ParameterInfo?.GetCustomAttribute<FieldAttribute>()
            ?? throw new InvalidOperationException($"Parameter {parameter.Name} has no [Field].");
        target.Description = field.Description;
        target.Required = target.In == ParameterLocation.Path;
        target.Set("x-ms-summary", field.Title);
        target.SetVisibility(field.Visibility);
        target.SetDropDown(field);
        if (target.In == ParameterLocation.Path)
        {
            target.Set("x-ms-url-encoding", "single");
        }

        var schema = new OpenApiSchema { Type = ((OpenApiSchema)target.Schema!).Type, Format = target.Schema.Format };
        if (field.Symbols is { } symbols)
        {
            schema.Enum = [.. Enum.GetNames(symbols).Select(name => (JsonNode)name)];
            target.Set("x-ms-enum-values", EnumValues.Of(Enum.GetNames(symbols)));
        }

        if (field.Default is { } value)
        {
            schema.Default = schema.Type!.Value.HasFlag(JsonSchemaType.Integer) ? int.Parse(value, CultureInfo.InvariantCulture) : value;
        }

        schema.SetLimits(field);
        schema.MaxLength ??= KeyForms.Longest(target.Name!);
        target.Schema = schema;
    }
}
