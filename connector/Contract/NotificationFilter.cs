using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace B2BConnector.Connector.Contract;

/// <summary>Says beside the path of a webhook trigger what is posted to its subscribers (x-ms-notification-content).</summary>
internal sealed class NotificationFilter : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var description in context.ApiDescriptions)
        {
            if (description.ActionDescriptor.EndpointMetadata.OfType<WebhookTrigger>().SingleOrDefault() is { } webhook
                && swaggerDoc.Paths["/" + description.RelativePath] is OpenApiPathItem item)
            {
                context.SchemaGenerator.GenerateSchema(webhook.Payload, context.SchemaRepository);
                item.Set("x-ms-notification-content", new JsonObject
                {
                    ["description"] = webhook.Description,
                    ["schema"] = new JsonObject { ["$ref"] = "#/definitions/" + SchemaNames.Of(webhook.Payload) },
                });
            }
        }
    }
}
