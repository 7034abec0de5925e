namespace LogicAppUnit.Wrapper;

/// <summary>A script of the project.</summary>
public class CsxWrapper
{
    /// <param name="script">Its text.</param>
    /// <param name="relativePath">Its folder, relative to the project.</param>
    /// <param name="filename">Its file name.</param>
    public CsxWrapper(string script, string relativePath, string filename)
    {
        Script = script;
        RelativePath = relativePath;
        Filename = filename;
    }

    /// <summary>Its text.</summary>
    public string Script { get; init; }

    /// <summary>Its folder, relative to the project.</summary>
    public string RelativePath { get; init; }

    /// <summary>Its file name.</summary>
    public string Filename { get; init; }
}
