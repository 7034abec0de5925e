using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace B2BConnector.Connector.Contract;

/// <summary>Writes <see cref="FieldAttribute"/> of properties into the document.</summary>
/// <remarks>A property of an object type is wrapped in allOf, because a reference can carry no words; the writer unwraps it.</remarks>
internal sealed class SchemaFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema target || context.MemberInfo is not null || target.Properties is not { Count: > 0 } properties)
        {
            return;
        }

        foreach (var property in context.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (!properties.TryGetValue(name, out var declared))
            {
                continue;
            }

            var field = property.GetCustomAttribute<FieldAttribute>()
                ?? throw new InvalidOperationException($"{context.Type.Name}.{property.Name} has no [Field].");
            var described = declared as OpenApiSchema ?? new OpenApiSchema { AllOf = [declared] };
            described.Description = field.Description;
            described.Set("x-ms-summary", field.Title);
            described.SetVisibility(field.Visibility);
            described.SetDropDown(field);
            described.SetLimits(field);
            if (field.IsNotificationUrl)
            {
                described.Set("x-ms-notification-url", true);
            }

            if (described.Enum is { Count: > 0 } symbols)
            {
                described.Set("x-ms-enum-values", EnumValues.Of(symbols.Select(symbol => symbol!.GetValue<string>())));
            }

            properties[name] = described;
            if (field.Required)
            {
                target.Required ??= new HashSet<string>();
                target.Required.Add(name);
            }
        }
    }
}
