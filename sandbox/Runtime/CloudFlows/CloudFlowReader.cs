using B2BConnector.Runtime.Definitions;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.CloudFlows;

/// <summary>Reads what a flow's file has beside its definition: connection references, and parameters with their values.</summary>
internal static class CloudFlowReader
{
    private const string Apis = "/providers/Microsoft.PowerApps/apis/";
    private static readonly string[] Types = ["String", "Int", "Float", "Bool", "Array", "Object", "SecureString", "SecureObject"];

    /// <summary>The platform fills these two.</summary>
    private static readonly string[] OwnParameters = ["$connections", "$authentication"];

    public static CloudFlow Read(ObjectReader properties, ObjectReader definition, ProjectContents project)
    {
        properties.Ignore("displayName", "templateName", "state");
        return new CloudFlow(References(properties.NeedObject("connectionReferences"), project), Parameters(definition.NeedObject("parameters"), project));
    }

    private static Dictionary<string, ConnectionReference> References(ObjectReader references, ProjectContents project)
    {
        var found = new Dictionary<string, ConnectionReference>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in references.Json.Properties())
        {
            if (references.Object(property.Name) is { } entry && Reference(entry, project) is { } reference)
            {
                found[property.Name] = reference;
            }
        }

        return found;
    }

    private static ConnectionReference? Reference(ObjectReader entry, ProjectContents project)
    {
        if (entry.NeedText("runtimeSource") is { Length: > 0 } source and not "embedded")
        {
            entry.Report(RuntimeProblems.BadValue(entry.PathOf("runtimeSource"), "runtimeSource", source, "embedded"));
        }

        var connection = entry.NeedObject("connection");
        var name = connection.NeedText("connectionReferenceLogicalName");
        connection.Finish();
        var api = entry.NeedObject("api");
        var apiName = api.NeedText("name");
        api.Ignore("logicalName");
        api.Finish();
        entry.Finish();
        if (name.Length == 0 || apiName.Length == 0)
        {
            return null;
        }

        if (!project.Connections.ContainsKey(name))
        {
            entry.Report(RuntimeProblems.UnboundConnectionReference(connection.PathOf("connectionReferenceLogicalName"), name));
            return null;
        }

        if ((project.Connectors.GetValueOrDefault(name) ?? ConnectorDefinition.BuiltIn(apiName)) is { } connector)
        {
            return new ConnectionReference(name, Apis + apiName, connector);
        }

        entry.Report(RuntimeProblems.ConnectorNotDefined(api.PathOf("name"), apiName));
        return null;
    }

    private static Dictionary<string, JToken> Parameters(ObjectReader parameters, ProjectContents project)
    {
        var values = new Dictionary<string, JToken>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in OwnParameters)
        {
            parameters.Need(name);
        }

        foreach (var property in parameters.Json.Properties())
        {
            if (parameters.Object(property.Name) is not { } entry)
            {
                continue;
            }

            if (entry.NeedText("type") is { Length: > 0 } type && !Types.Contains(type, StringComparer.OrdinalIgnoreCase))
            {
                entry.Report(RuntimeProblems.BadValue(entry.PathOf("type"), "type", type, string.Join(", ", Types)));
            }

            entry.Ignore("allowedValues");
            if (Value(entry, project) is { } value)
            {
                values[property.Name] = value;
            }
            else
            {
                entry.Report(RuntimeProblems.ParameterWithoutValue(entry.Path, property.Name));
            }

            entry.Finish();
        }

        return values;
    }

    private static JToken? Value(ObjectReader entry, ProjectContents project)
    {
        var standard = entry.Take("defaultValue");
        if (entry.Object("metadata") is { } metadata)
        {
            metadata.Ignore("description");
            if (metadata.Text("schemaName") is { } variable && project.Environment!.Variables.TryGetValue(variable, out var text))
            {
                return new JValue(text);
            }
        }

        return standard;
    }
}
