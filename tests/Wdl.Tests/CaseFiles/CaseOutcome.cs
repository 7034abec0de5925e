namespace B2BConnector.Wdl.Tests.CaseFiles;

/// <summary>What a case expects.</summary>
public enum CaseOutcome
{
    /// <summary>A line of JSON: the result.</summary>
    Value,

    /// <summary>"! text": evaluation fails, the message contains the text.</summary>
    RunError,

    /// <summary>"? text": the template is refused when it is compiled, a message contains the text.</summary>
    LoadError,
}
