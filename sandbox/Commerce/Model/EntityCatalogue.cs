using System.Collections.Frozen;
using System.Reflection;
using B2BConnector.Emulation;

namespace B2BConnector.Commerce.Model;

/// <summary>All data entities by collection name, scanned once.</summary>
internal sealed class EntityCatalogue
{
    private readonly FrozenDictionary<string, IEntity> _byCollection;

    /// <exception cref="SandboxStartException">Two classes serve one collection.</exception>
    public EntityCatalogue(IEnumerable<Type> types)
    {
        All = [.. types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IEntity)))
            .Select(type => (IEntity)Activator.CreateInstance(type)!)
            .OrderBy(entity => entity.Type.Collection, StringComparer.Ordinal)];
        var twice = All.GroupBy(entity => entity.Type.Collection, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new SandboxStartException($"Two entities serve the collection '{twice.Key}': {string.Join(" and ", twice.Select(entity => entity.GetType().Name))}; keep one.");
        }

        _byCollection = All.ToFrozenDictionary(entity => entity.Type.Collection, StringComparer.Ordinal);
    }

    public static EntityCatalogue OfThisAssembly { get; } = new(Assembly.GetExecutingAssembly().GetTypes());

    public IReadOnlyList<IEntity> All { get; }

    public IEntity? Find(string collection) => _byCollection.GetValueOrDefault(collection);
}
