namespace B2BConnector.Runtime.Definitions;

/// <summary>
/// The sections of connections.json that serve operation types which this runtime does not run: what they must hold, and that they use
/// only the functions allowed there.
/// </summary>
internal static class OtherConnections
{
    private static readonly (string Section, string[] Needed)[] Sections =
    [
        ("serviceProviderConnections", ["parameterValues", "serviceProvider"]),
        ("functionConnections", ["function", "triggerUrl"]),
        ("apiManagementConnections", ["apiId", "baseUrl"]),
        ("agentConnections", []),
    ];

    public static void Read(ObjectReader file, ProjectContents project)
    {
        foreach (var (name, needed) in Sections)
        {
            if (file.Object(name) is not { } section)
            {
                continue;
            }

            foreach (var property in section.Json.Properties())
            {
                project.OtherConnectionNames.Add($"{name}/{property.Name}");
                if (section.Object(property.Name) is { } entry)
                {
                    foreach (var member in needed)
                    {
                        entry.Need(member);
                    }

                    SettingFunctions.Check(section.Template(property.Name)!, withParameters: true, project, entry);
                }
            }
        }
    }
}
