using System.Runtime.CompilerServices;

// The ports of LogicAppUnit are fixed: one run at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace B2BConnector.Workflows.Tests.Units;

/// <summary>How the tests of this folder run with -p:WithLogicAppUnit=true: by the package, through the program func. Way.InProcess.cs is the other way.</summary>
internal static class Way
{
    /// <summary>The failures that each call is tried with; no answer at all would cost two minutes each.</summary>
    public static string[] Failures { get; } = Failure.Answered;

    // The package watches settings files for each test's mock server and never stops: Linux lets a user watch in 128 places, which are gone before
    // the tests are.
    [ModuleInitializer]
    internal static void WatchFilesByLooking() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
}
