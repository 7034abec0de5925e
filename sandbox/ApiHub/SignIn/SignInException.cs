namespace B2BConnector.ApiHub.SignIn;

/// <summary>A connection could not sign in.</summary>
/// <param name="message">What happened and what to do, in a sentence or two.</param>
internal sealed class SignInException(string message) : Exception(message);
