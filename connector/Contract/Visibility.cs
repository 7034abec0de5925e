namespace B2BConnector.Connector.Contract;

/// <summary>How prominently designers show something (x-ms-visibility).</summary>
internal enum Visibility
{
    /// <summary>No mark: shown in the usual place.</summary>
    None,
    Important,
    Advanced,
    Internal,
}
