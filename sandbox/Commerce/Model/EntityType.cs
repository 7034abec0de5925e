using System.Collections.Frozen;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Model;

/// <summary>
/// A data entity as the wire shows it. Rows in the store are sparse: a column that was never written is absent and shows its default.
/// Members that start with $ are the emulator's own and never leave it.
/// </summary>
internal sealed class EntityType
{
    public const string Company = "dataAreaId";

    private readonly FrozenDictionary<string, EdmProperty> _byName;

    /// <param name="name">Public entity name (singular).</param>
    /// <param name="collection">Public collection name; also the table in the store.</param>
    /// <param name="keys">Key columns in order, separated by blanks.</param>
    /// <param name="table">One column a line, see <see cref="EdmProperty.Parse"/>.</param>
    /// <param name="source">The class name of the data entity in headquarters, shown in write errors.</param>
    /// <param name="navigations">What $expand can follow.</param>
    public EntityType(string name, string collection, string keys, string table, string source = "", params Navigation[] navigations)
    {
        Name = name;
        Collection = collection;
        Source = source.Length > 0 ? source : name + "Entity";
        Properties = [.. table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(EdmProperty.Parse)];
        _byName = Properties.ToFrozenDictionary(property => property.Name, StringComparer.Ordinal);
        Keys = [.. keys.Split(' ').Select(key => _byName[key])];
        Navigations = navigations;
    }

    public string Name { get; }

    public string Collection { get; }

    public string Source { get; }

    public string QualifiedName => EnumTypes.Namespace + "." + Name;

    public IReadOnlyList<EdmProperty> Properties { get; }

    public IReadOnlyList<EdmProperty> Keys { get; }

    public IReadOnlyList<Navigation> Navigations { get; }

    /// <summary>True when rows belong to a legal entity; the others are shared by all.</summary>
    public bool HasCompany => Keys[0].Name == Company;

    public EdmProperty? Property(string name) => _byName.GetValueOrDefault(name);

    public Navigation? Navigation(string name) => Navigations.FirstOrDefault(navigation => navigation.Name == name);

    /// <summary>The value a reader sees.</summary>
    public JToken Value(JObject row, string property) => row[property] ?? _byName[property].Default;

    /// <inheritdoc cref="Value(JObject, string)"/>
    public static JToken Value(JObject row, EdmProperty property) => row[property.Name] ?? property.Default;

    /// <summary>Whether a row that was never given a value shows this text in the column.</summary>
    public bool IsDefault(string property, string text) => string.Equals(_byName[property].Default.ToString(), text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Headquarters compares keys without regard to case.</summary>
    public string KeyOf(JObject row) => KeyOf(Keys.Select(key => Value(row, key.Name).ToString()));

    public static string KeyOf(IEnumerable<string> values) => string.Join('|', values.Select(value => value.ToUpperInvariant()));
}
