using System.Reflection;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace B2BConnector.Commerce.Operations;

/// <summary>All operations, scanned once.</summary>
internal sealed class OperationCatalogue
{
    private readonly IReadOnlyList<IOperation> _all;

    /// <exception cref="SandboxStartException">Two operations answer the same method and route.</exception>
    public OperationCatalogue(IEnumerable<Type> types)
    {
        _all = [.. types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IOperation)))
            .Select(type => (IOperation)Activator.CreateInstance(type)!)];
        var twice = _all.GroupBy(operation => $"{operation.Method} {operation.Route}", StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new SandboxStartException($"Two operations answer {twice.Key}: {string.Join(" and ", twice.Select(operation => operation.GetType().Name))}; keep one.");
        }
    }

    public static OperationCatalogue OfThisAssembly() => new(Assembly.GetExecutingAssembly().GetTypes());

    public void Map(IEndpointRouteBuilder app, CommerceSystem system)
    {
        foreach (var operation in _all)
        {
            app.MapMethods(operation.Route, [operation.Method], context =>
            {
                RequestTrace.Name(context, operation.GetType().Name);
                return operation.RunAsync(context, system);
            });
        }
    }
}
