using System.Globalization;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Idempotency;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace B2BConnector.Connector.Contract;

/// <summary>Writes what an operation declares beside its route into the document.</summary>
internal sealed class OperationFilter : IOperationFilter
{
    private static readonly int[] ErrorsOfAll = [400, 401, 403, 429, 500, 503];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var description = metadata.OfType<OperationDescription>().Single();
        operation.OperationId = description.OperationId;
        operation.Summary = description.Summary;
        operation.Description = description.Description;
        operation.Tags = null;
        operation.SetVisibility(description.Visibility);
        AddAnswers(operation, metadata);
        AddErrors(operation, description);
        AddTrigger(operation, metadata);
        if (metadata.OfType<PagedList>().Any())
        {
            operation.Set("x-ms-pageable", new JsonObject { ["nextLinkName"] = "nextLink" });
        }

        if (metadata.OfType<IdempotencyKey>().Any())
        {
            AddIdempotencyKey(operation);
        }
    }

    private static void AddAnswers(OpenApiOperation operation, IList<object> metadata)
    {
        foreach (var answer in metadata.OfType<AnswerDescription>())
        {
            if (operation.Responses![answer.Status.ToString(CultureInfo.InvariantCulture)] is not OpenApiResponse response)
            {
                continue;
            }

            response.Description = answer.Description;
            foreach (var header in answer.Headers)
            {
                response.Headers ??= new Dictionary<string, IOpenApiHeader>();
                response.Headers[header] = new OpenApiHeader
                {
                    Description = header != "Location" ? "Seconds to wait before asking again." : answer.Status == 201 ? "Address that ends the subscription when it is deleted." : "Address to ask next.",
                    Schema = new OpenApiSchema { Type = header == "Location" ? JsonSchemaType.String : JsonSchemaType.Integer },
                };
            }
        }
    }

    private static void AddErrors(OpenApiOperation operation, OperationDescription description)
    {
        foreach (var status in ErrorsOfAll.Concat(description.Errors).Order())
        {
            operation.Responses![status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse { Description = ContractTexts.OfError(status) };
        }

        operation.Responses!["default"] = new OpenApiResponse { Description = ContractTexts.DefaultAnswer };
    }

    private static void AddTrigger(OpenApiOperation operation, IList<object> metadata)
    {
        if (metadata.OfType<PollingTrigger>().SingleOrDefault() is { } trigger)
        {
            operation.Set("x-ms-trigger", "batch");
            operation.Set("x-ms-trigger-hint", trigger.Hint);
            operation.Set("x-ms-trigger-metadata", new JsonObject { ["kind"] = "query", ["mode"] = "polling" });
        }

        if (metadata.OfType<WebhookTrigger>().SingleOrDefault() is { } webhook)
        {
            operation.Set("x-ms-trigger", "single");
            operation.Set("x-ms-trigger-hint", webhook.Hint);
        }
    }

    private static void AddIdempotencyKey(OpenApiOperation operation)
    {
        var parameter = new OpenApiParameter
        {
            Name = IdempotencyKey.Header,
            In = ParameterLocation.Header,
            Description = "A text of your choice; a repeated call with the same text gets the first answer again.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = IdempotencyKey.Longest },
        };
        parameter.Set("x-ms-summary", "Idempotency Key");
        parameter.SetVisibility(Visibility.Advanced);
        operation.Parameters ??= [];
        operation.Parameters.Add(parameter);
    }
}
