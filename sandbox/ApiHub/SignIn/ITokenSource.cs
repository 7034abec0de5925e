namespace B2BConnector.ApiHub.SignIn;

/// <summary>Gives the token that a connection calls its API with.</summary>
internal interface ITokenSource
{
    /// <exception cref="SignInException">There is none; the message says why.</exception>
    ValueTask<string> TokenAsync(CancellationToken stop);
}
