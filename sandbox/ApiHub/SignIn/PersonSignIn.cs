namespace B2BConnector.ApiHub.SignIn;

/// <summary>A person signed in at a page when the connection was made; whoever keeps that sign-in gives its tokens.</summary>
internal sealed class PersonSignIn(Func<CancellationToken, ValueTask<string>> token) : ITokenSource
{
    public ValueTask<string> TokenAsync(CancellationToken stop) => token(stop);
}
