using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace B2BConnector.Connector.Contract;

/// <summary>Registers the generator of the contract.</summary>
internal static class ContractServices
{
    public const string Document = "v1";

    public static void AddConnectorContract(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Document, new OpenApiInfo { Title = ContractTexts.Title, Version = ContractTexts.Version, Description = ContractTexts.Description });
            options.UseInlineDefinitionsForEnums();
            options.SupportNonNullableReferenceTypes();
            options.OperationFilter<OperationFilter>();
            options.DocumentFilter<NotificationFilter>();
            options.ParameterFilter<ParameterFilter>();
            options.SchemaFilter<SchemaFilter>();
            options.CustomSchemaIds(SchemaNames.Of);
        });
    }

    /// <summary>The contract as Swagger 2.0, as it is checked in.</summary>
    public static void MapConnectorContract(this IEndpointRouteBuilder routes) => routes
        .MapGet($"/swagger/{Document}/swagger.json", (ISwaggerProvider provider) => TypedResults.Text(ContractWriter.Write(provider), "application/json"))
        .AllowAnonymous()
        .ExcludeFromDescription();
}
