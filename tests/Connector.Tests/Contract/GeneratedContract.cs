using System.Text.Json.Nodes;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Swashbuckle.AspNetCore.Swagger;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>The contract as the code declares it now, from an app that is built and never started.</summary>
internal static class GeneratedContract
{
    public static string Create()
    {
        using var app = ConnectorApp.Build([], builder => builder.Configuration.AddInMemoryCollection(TestConfiguration.Create(Path.Combine(Path.GetTempPath(), "never-opened.db"))));
        return ContractWriter.Write(app.Services.GetRequiredService<ISwaggerProvider>());
    }

    /// <summary>The variant for Azure.</summary>
    public static string CreateCustomApi() => CustomApiDocument.Write(JsonNode.Parse(Create())!.AsObject(), JsonNode.Parse(File.ReadAllText(RepositoryFiles.PropertiesPath))!.AsObject());
}
