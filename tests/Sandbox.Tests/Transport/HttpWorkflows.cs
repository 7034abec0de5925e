using B2BConnector.Host.Transport;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Transport;

/// <summary>The workflows of the repository, or a changed copy, written for plain HTTP.</summary>
internal static class HttpWorkflows
{
    private static readonly Lazy<ConnectorOperations> Contract = new(() => ConnectorOperations.Read(
        Path.Combine(Repository.Root, "apiDefinition.swagger.json"), Path.Combine(Repository.Root, "apiProperties.json")));

    public static ConnectorOperations Connector => Contract.Value;

    public static LogicAppFiles Managed() => LogicAppFiles.Read(Path.Combine(Repository.Root, "workflows"));

    public static LogicAppFiles Of(LogicAppFiles source)
    {
        var (project, problems) = HttpTransport.Rewrite(source, Connector);
        Assert.Empty(problems);
        return project!;
    }

    /// <summary>Puts the variant in the place of a copy of the workflows.</summary>
    public static void TakePlaceOf(string folder)
    {
        var variant = folder + "-http";
        Of(LogicAppFiles.Read(folder)).Write(variant, folder, replace: false);
        Directory.Delete(folder, recursive: true);
        Directory.Move(variant, folder);
    }
}
