namespace B2BConnector.Console.Tests.Support;

/// <summary>One sandbox for all: it sets the environment of the process.</summary>
[CollectionDefinition(nameof(ConsoleSandbox))]
public sealed class ConsoleSandboxCollection : ICollectionFixture<ConsoleSandbox>;
