using System.Runtime.CompilerServices;

namespace B2BConnector.Connector.Tests.Support;

/// <summary>Files of the repository, found from where this source lies.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    public static string SwaggerPath => Path.Combine(Root, "apiDefinition.swagger.json");

    public static string PropertiesPath => Path.Combine(Root, "apiProperties.json");

    public static string CustomApiPath => Path.Combine(Root, "deploy", "customApi.json");

    private static string Here([CallerFilePath] string path = "") => path;
}
