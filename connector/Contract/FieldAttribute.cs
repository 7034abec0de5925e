namespace B2BConnector.Connector.Contract;

/// <summary>What makers read about a parameter or property: a title in Title Case and a full sentence.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class FieldAttribute(string title, string description) : Attribute
{
    public string Title { get; } = title;

    public string Description { get; } = description;

    public Visibility Visibility { get; init; }

    /// <summary>Must be sent. The operation checks it itself, together with everything else.</summary>
    public bool Required { get; init; }

    /// <summary>Symbols allowed, for text that is checked by the operation.</summary>
    public Type? Symbols { get; init; }

    /// <summary>Internal operation whose answer fills the drop-down: a list of <see cref="Features.Choices.Choice"/>.</summary>
    public string? Choices { get; init; }

    /// <summary>Parameter that this operation needs, taken from the parameter of the same name beside this one.</summary>
    public string? ChoicesNeed { get; init; }

    /// <summary>The platform writes the address here that events are to be delivered to (x-ms-notification-url).</summary>
    public bool IsNotificationUrl { get; init; }

    /// <summary>What is taken when nothing is sent.</summary>
    public string? Default { get; init; }

    /// <summary>Most UTF-16 units a text may have, as Commerce counts them; 0 for no limit.</summary>
    public int Longest { get; init; }

    /// <summary>May be left out, and is not empty when it is sent.</summary>
    public bool IsFilled { get; init; }

    /// <summary>Regular expression that a text matches, in what .NET and ECMAScript have in common.</summary>
    public string? Pattern { get; init; }

    /// <summary>What the pattern says, to end "phone ...".</summary>
    public string? PatternInWords { get; init; }

    /// <summary>Smallest number.</summary>
    public double Least { get; init; } = double.NaN;

    /// <summary>Largest number.</summary>
    public double Most { get; init; } = double.NaN;
}
