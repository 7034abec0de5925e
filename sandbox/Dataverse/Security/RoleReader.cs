using System.Globalization;
using System.Xml.Linq;

namespace B2BConnector.Dataverse.Security;

/// <summary>Reads a role of an unpacked solution.</summary>
internal static class RoleReader
{
    public static SecurityRole Read(XElement root) => new(
        Guid.Parse(root.Attribute("id")!.Value, CultureInfo.InvariantCulture),
        root.Attribute("name")!.Value,
        root.Descendants("RolePrivilege").ToDictionary(
            privilege => privilege.Attribute("name")!.Value,
            privilege => Enum.Parse<AccessDepth>(privilege.Attribute("level")!.Value),
            StringComparer.OrdinalIgnoreCase));
}
