namespace B2BConnector.Connector.Contract;

/// <summary>Names of definitions: those of the types.</summary>
internal static class SchemaNames
{
    public static string Of(Type type) => type.IsGenericType
        ? type.Name.Split('`')[0] + string.Concat(type.GetGenericArguments().Select(Of))
        : type.Name;
}
