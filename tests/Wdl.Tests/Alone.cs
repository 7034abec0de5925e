namespace B2BConnector.Wdl.Tests;

/// <summary>Tests that measure run while no other test does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
