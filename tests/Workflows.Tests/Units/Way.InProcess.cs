namespace B2BConnector.Workflows.Tests.Units;

/// <summary>How the tests of this folder run: in this process, on the sandbox's engine, whose time costs none. Way.Package.cs is the other way.</summary>
internal static class Way
{
    /// <summary>The failures that each call is tried with; waiting for an answer that does not come costs two minutes of the run's time each.</summary>
    public static string[] Failures { get; } = [.. Failure.Answered, Failure.Timeout];
}
