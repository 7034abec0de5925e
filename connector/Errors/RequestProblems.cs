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

    /// <summary>Text that must be there and not be longer than <paramref name="longest"/>.</summary>
    public void RequireText(string? value, string target, int longest)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            _found.Add(new ErrorDetail("missing_value", $"{target} is required.", target));
        }
        else
        {
            AllowText(value, target, longest);
        }
    }

    /// <summary>Text that may be absent.</summary>
    public void AllowText(string? value, string target, int longest)
    {
        Require(value is null || value.Length <= longest, target, $"{target} is longer than {longest} characters.");
        Require(value is null || !value.Any(character => char.IsControl(character) && character is not ('\r' or '\n' or '\t')), target, $"{target} holds control characters.");
    }

    /// <summary>An e-mail address that must be there: it is what the partner later signs in with.</summary>
    public void RequireEmail(string? value, string target)
    {
        RequireText(value, target, 255);
        if (!string.IsNullOrWhiteSpace(value))
        {
            AllowEmail(value, target);
        }
    }

    public void AllowEmail(string? value, string target)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            var parts = value.Trim().Split('@');
            Require(parts.Length == 2 && parts[0].Length > 0 && parts[1].Length > 0 && !value.Trim().Any(char.IsWhiteSpace), target, $"{target} is not an e-mail address.");
        }
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
