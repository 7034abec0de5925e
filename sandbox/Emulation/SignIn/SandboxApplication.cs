namespace B2BConnector.Emulation.SignIn;

/// <summary>An application that may sign in as itself.</summary>
/// <param name="Id">Application (client) id.</param>
/// <param name="Secret">Its client secret.</param>
/// <param name="Roles">App roles it was given on any application it asks for.</param>
public sealed record SandboxApplication(string Id, string Secret, IReadOnlyList<string> Roles);
