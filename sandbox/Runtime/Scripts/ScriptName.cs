namespace B2BConnector.Runtime.Scripts;

/// <summary>The name the platform gives to a script in its messages: <c>CSharp_&lt;logicapp&gt;-&lt;workflow&gt;_&lt;file&gt;.csx</c>.</summary>
internal static class ScriptName
{
    public static string Of(string workflowFolder, string codeFile)
    {
        var folder = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(workflowFolder)));
        // In Azure the app has a name of its own; on a laptop the project folder stands for it.
        var app = Environment.GetEnvironmentVariable("WEBSITE_SITE_NAME") is { Length: > 0 } site ? site : folder.Parent?.Name;
        return $"CSharp_{app}-{folder.Name}_{codeFile}";
    }
}
