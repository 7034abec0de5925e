using B2BConnector.Runtime.CloudFlows;
using B2BConnector.Runtime.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests.CloudFlows;

/// <summary>An unpacked solution with one flow, bound to a connection of the connector in <see cref="Swagger"/> and one of Dataverse.</summary>
internal sealed class FlowFolder : IDisposable
{
    public const string Swagger = """
        {"swagger":"2.0","paths":{
          "/{connectionId}/orders/{id}":{"patch":{"operationId":"UpdateOrder","parameters":[
            {"name":"connectionId","in":"path","required":true,"type":"string"},
            {"name":"id","in":"path","required":true,"type":"string","x-ms-url-encoding":"double"},
            {"name":"region","in":"query","type":"string","enum":["north","south"]},
            {"name":"api-version","in":"query","type":"string","default":"7","x-ms-visibility":"internal"},
            {"$ref":"#/parameters/Prefer"},
            {"name":"body","in":"body","required":true,"schema":{"$ref":"#/definitions/Order"}}]}},
          "/news":{"get":{"operationId":"WhenNews","x-ms-trigger":"batch","parameters":[{"name":"source","in":"query","type":"string"}]}},
          "/hooks":{"post":{"operationId":"WhenCalled","x-ms-trigger":"single","parameters":[
            {"name":"kind","in":"query","type":"string"},
            {"name":"body","in":"body","required":true,"schema":{"type":"object","required":["target"],"properties":{
              "target":{"type":"object","properties":{"url":{"type":"string","x-ms-notification-url":true}}},
              "version":{"type":"integer","default":3,"x-ms-visibility":"internal"}}}}]}}},
         "parameters":{"Prefer":{"name":"prefer","in":"header","required":true,"type":"string","default":"quiet","x-ms-visibility":"internal"}},
         "definitions":{"Order":{"type":"object","properties":{"note":{"type":"string"},"address":{"type":"object","properties":{"city":{"type":"string"}}}}}}}
        """;

    private const string Flow = """
        {"properties":{
          "connectionReferences":{
            "orders":{"runtimeSource":"embedded","connection":{"connectionReferenceLogicalName":"x_orders"},"api":{"name":"shared_orders"}},
            REFERENCES
            "dataverse":{"runtimeSource":"embedded","connection":{"connectionReferenceLogicalName":"x_dataverse"},"api":{"name":"shared_commondataserviceforapps"}}},
          "definition":{
            "$schema":"https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#","contentVersion":"1.0.0.0",
            "parameters":{"$connections":{"defaultValue":{},"type":"Object"},"$authentication":{"defaultValue":{},"type":"SecureObject"}PARAMETERS},
            "triggers":TRIGGERS,
            "actions":ACTIONS}},
         "schemaVersion":"1.0.0.0"}
        """;

    private readonly ProjectFolder folder = new ProjectFolder().With("connector.swagger.json", Swagger);

    public string Path => folder.Path;

    public string StorePath => folder.StorePath;

    public void Dispose() => folder.Dispose();

    /// <summary>Writes the flow; the trigger is called by hand unless one is given.</summary>
    public FlowFolder With(string actions, string trigger = """{"manual":{"type":"Request","kind":"Http","inputs":{}}}""", string parameters = "", string references = "")
    {
        folder.With("Workflows/Main-B2B00000-5A1E-4C0D-9E00-000000000799.json", Flow
            .Replace("REFERENCES", references, StringComparison.Ordinal)
            .Replace("PARAMETERS", parameters, StringComparison.Ordinal)
            .Replace("TRIGGERS", trigger, StringComparison.Ordinal)
            .Replace("ACTIONS", actions, StringComparison.Ordinal));
        return this;
    }

    /// <summary>The flow is gone from the solution; something else is in the project.</summary>
    public FlowFolder WithoutFlow()
    {
        Directory.Delete(System.IO.Path.Combine(folder.Path, "Workflows"), recursive: true);
        folder.WithActions("other", "{}");
        return this;
    }

    /// <summary>A call of an operation of the connector.</summary>
    public static string Call(string operation, string parameters, string type = "OpenApiConnection", string connection = "orders", string api = "shared_orders", string authentication = "@parameters('$authentication')") =>
        $$$"""{"type":"{{{type}}}","inputs":{"host":{"connectionName":"{{{connection}}}","operationId":"{{{operation}}}","apiId":"/providers/Microsoft.PowerApps/apis/{{{api}}}"},"parameters":{{{parameters}}},"authentication":"{{{authentication}}}"}}""";

    /// <summary>A trigger that asks every five minutes.</summary>
    public static string Poll(string operation, string parameters)
    {
        var trigger = JObject.Parse(Call(operation, parameters));
        trigger["recurrence"] = new JObject { ["frequency"] = "Minute", ["interval"] = 5 };
        trigger["splitOn"] = "@triggerOutputs()?['body']";
        return new JObject { ["poll"] = trigger }.ToString();
    }

    public LoadResult Load(string? variable = null) => WorkflowProject.Load(folder.Path, new Dictionary<string, string>(), flows: new FlowEnvironment
    {
        Folder = folder.Path,
        Connections = new Dictionary<string, FlowConnection>
        {
            ["x_orders"] = new(new Uri("http://gateway/apim/orders/local"), "secret") { Definition = System.IO.Path.Combine(folder.Path, "connector.swagger.json") },
            ["x_dataverse"] = new(new Uri("http://gateway/apim/dataverse/local"), "secret"),
        },
        Variables = variable is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["x_Region"] = variable },
    });

    public async Task<TestEngine> StartAsync(FakeHttp http, string? variable = null, string? store = null) => await TestEngine.StartAsync(
        Load(variable).Project ?? throw new InvalidOperationException(string.Join(Environment.NewLine, Load(variable).Problems)), http, store: store);
}
