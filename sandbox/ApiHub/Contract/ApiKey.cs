namespace B2BConnector.ApiHub.Contract;

/// <summary>Where the contract wants the API key, and which connection parameter holds it.</summary>
internal sealed record ApiKey(string Name, bool InQuery, string ConnectionParameter)
{
    public void Apply(OutgoingCall call)
    {
        if (!call.Connection.ParameterValues.TryGetValue(ConnectionParameter, out var value))
        {
            // This connection signs in otherwise; a key that its caller sends must not stand in for that.
            if (!InQuery)
            {
                call.Headers[Name] = null;
            }

            return;
        }

        if (InQuery)
        {
            call.Query.Set(Name, value);
        }
        else
        {
            call.Headers[Name] = value;
        }
    }
}
