namespace B2BConnector.Connector.Errors;

/// <summary>Collects what is wrong with a request, so that the caller learns all of it at once.</summary>
internal sealed class RequestProblems
{
    private readonly List<ErrorDetail> _found = [];

    public void Require(bool condition, string target, string message)
    {
        if (!condition)
        {
            _found.Add(new ErrorDetail("invalid_value", message, target));
        }
    }

    public void RequirePresent(bool isPresent, string target)
    {
        if (!isPresent)
        {
            _found.Add(new ErrorDetail("missing_value", $"{target} is required.", target));
        }
    }

    /// <summary>Text that may be absent.</summary>
    public void AllowText(string? value, string target, int longest)
    {
        Require(value is null || value.Length <= longest, target, $"{target} is longer than {longest} characters.");
        Require(value is null || !value.Any(character => char.IsControl(character) && character is not ('\r' or '\n' or '\t')), target, $"{target} holds control characters.");
    }

    /// <exception cref="ConnectorException">invalid_request with all problems.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count > 0)
        {
            throw ConnectorErrors.InvalidRequest(_found);
        }
    }
}
