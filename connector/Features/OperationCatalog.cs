using System.Reflection;

namespace B2BConnector.Connector.Features;

/// <summary>All operations of the assembly. A new one is a new file, nothing else.</summary>
internal static class OperationCatalog
{
    public static readonly IReadOnlyList<IOperation> All =
    [
        .. Assembly.GetExecutingAssembly().GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IOperation)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (IOperation)Activator.CreateInstance(type)!),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var operation in All)
        {
            operation.Map(routes);
        }
    }
}
