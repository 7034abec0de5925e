namespace B2BConnector.Sandbox.Tests.Support;

/// <summary>Tests that start whole sandboxes run one after another: they would only slow each other down.</summary>
[CollectionDefinition(nameof(HostProcess), DisableParallelization = true)]
public sealed class HostProcessCollection;
