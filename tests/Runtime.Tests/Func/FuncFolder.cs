using B2BConnector.Runtime.Tests.Support;

namespace B2BConnector.Runtime.Tests.Func;

/// <summary>A Logic App project as makers have it: with host.json and local.settings.json.</summary>
internal static class FuncFolder
{
    public static ProjectFolder Create() => new ProjectFolder()
        .With("host.json", """{"version":"2.0"}""")
        .With("local.settings.json", """{"IsEncrypted":false,"Values":{"AzureWebJobsStorage":"UseDevelopmentStorage=true"}}""");
}
