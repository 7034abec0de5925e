namespace B2BConnector.Package;

/// <summary>What a person has to change before a package can be made, as one sentence.</summary>
internal sealed class PackageFailure(string message) : Exception(message);
