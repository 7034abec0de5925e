using System.Globalization;
using System.Xml.Linq;

namespace B2BConnector.Dataverse.Metadata.Solution;

/// <summary>One attribute element of an Entity.xml as a column. A type it does not know is an error: a guess would hide a mistake of the solution.</summary>
internal static class AttributeReader
{
    public static void Add(TableBuilder table, XElement attribute)
    {
        var name = attribute.Element("LogicalName")?.Value ?? throw new InvalidOperationException("An attribute has no LogicalName.");
        // System columns of an own table are listed in exports, but the platform defines them.
        if (table.Has(name)) return;
        table.Put(Column(name, attribute) with
        {
            Label = Label(attribute) ?? name,
            Creatable = attribute.Element("ValidForCreateApi")?.Value != "0" && attribute.Element("Type")?.Value != "state",
            Updatable = attribute.Element("ValidForUpdateApi")?.Value != "0",
            Readable = attribute.Element("ValidForReadApi")?.Value != "0",
        });
    }

    /// <summary>The English label of an attribute or key.</summary>
    public static string? Label(XElement element) =>
        element.Element("displaynames")?.Elements("displayname").FirstOrDefault(label => label.Attribute("languagecode")?.Value == "1033")?.Attribute("description")?.Value;

    private static ColumnDefinition Column(string name, XElement attribute) => attribute.Element("Type")?.Value switch
    {
        "nvarchar" => new(name, ColumnKind.Text) { MaxLength = Number(attribute, "MaxLength") },
        "ntext" => new(name, ColumnKind.Memo) { MaxLength = Number(attribute, "MaxLength") },
        "int" => new(name, ColumnKind.Whole) { Minimum = Number(attribute, "MinValue"), Maximum = Number(attribute, "MaxValue") },
        "bit" => new(name, ColumnKind.Flag) { Default = Number(attribute, "AppDefaultValue"), Options = Options(attribute, "option") },
        "picklist" => new(name, ColumnKind.Choice)
        {
            Default = Number(attribute, "AppDefaultValue") is var value && value >= 0 ? value : null,
            Options = Options(attribute, "option"),
        },
        "state" => new(name, ColumnKind.State) { Options = Options(attribute, "state"), Pairs = Pairs(attribute, "state", "defaultstatus") },
        "status" => new(name, ColumnKind.Status) { Options = Options(attribute, "status"), Pairs = Pairs(attribute, "status", "state") },
        "datetime" => new(name, attribute.Element("Behavior")?.Value == "2" ? ColumnKind.Date : ColumnKind.DateTime),
        var type => throw new InvalidOperationException($"The column '{name}' has the type '{type}', which the sandbox does not know."),
    };

    private static int Number(XElement attribute, string element) =>
        int.Parse(attribute.Element(element)?.Value ?? throw new InvalidOperationException($"The column has no {element}."), CultureInfo.InvariantCulture);

    private static Dictionary<int, string> Options(XElement attribute, string element) =>
        attribute.Descendants(element).ToDictionary(option => Value(option, "value"), option => option.Descendants("label").First().Attribute("description")!.Value);

    private static Dictionary<int, int> Pairs(XElement attribute, string element, string other) =>
        attribute.Descendants(element).ToDictionary(option => Value(option, "value"), option => Value(option, other));

    private static int Value(XElement option, string name) => int.Parse(option.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
