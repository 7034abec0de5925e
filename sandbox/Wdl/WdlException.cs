namespace B2BConnector.Wdl;

/// <summary>
/// A run error of the language. It is data for the caller: the run history shows code and message in the platform's shape.
/// The message is the platform's inner text, without the wrapper "Unable to process template language expressions in action …".
/// </summary>
public sealed class WdlException : Exception
{
    /// <summary>Creates the error with its platform code.</summary>
    public WdlException(string message, string code = InvalidTemplate, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>The code of every failure while a template is evaluated.</summary>
    public const string InvalidTemplate = "InvalidTemplate";

    /// <summary>The platform's error code.</summary>
    public string Code { get; }
}
