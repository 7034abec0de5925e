namespace B2BConnector.Wdl.Errors;

/// <summary>The platform's run-time texts, verbatim where they were recorded; ours are marked.</summary>
internal static class RunErrors
{
    private const string MoreAbout = "Please see https://aka.ms/logicexpressions for usage details.";

    public static string UndefinedText(string function) => $"The template function '{function}' is not defined or not valid.";

    public static WdlException Undefined(string function) => new(UndefinedText(function));

    public static WdlException NotExpectedHere(string function) => new($"The template function '{function}' is not expected at this location.");

    public static WdlException VariableNotFound(string name) => new($"Template language expression cannot be evaluated: the template variable '{name}' cannot be found.");

    /// <summary>Inferred: not recorded.</summary>
    public static WdlException ParameterNotFound(string name) => new($"The workflow parameter '{name}' is not found.");

    public static WdlException MissingProperty(string source, string property, IEnumerable<string> available) => new(
        $"The template language expression '{source}' cannot be evaluated because property '{property}' doesn't exist, available properties are '{string.Join(", ", available)}'. {MoreAbout}");

    public static WdlException ArrayNeedsInteger(string source, string property) => new(
        $"The template language expression '{source}' cannot be evaluated because property '{property}' cannot be selected. Array elements can only be selected using an integer index. {MoreAbout}");

    public static WdlException CannotSelect(string source, string property, string type) => new(
        $"The template language expression '{source}' cannot be evaluated because property '{property}' cannot be selected. Property selection is not supported on values of type '{type}'. {MoreAbout}");

    public static WdlException CannotSelectFromNull(string source, string property) => new(
        $"The template language expression '{source}' cannot be evaluated because property '{property}' cannot be selected. {MoreAbout}");

    public static WdlException IndexOutside(string source, string index, int count) => new(
        $"The template language expression '{source}' cannot be evaluated because array index '{index}' is outside bounds (0, {count - 1}) of array. {MoreAbout}");

    /// <summary>Inferred: the platform's sentence for conditions was not recorded.</summary>
    public static WdlException NotABoolean(string type) => new(
        $"The result of the evaluation of the condition expression is of type '{type}'. The result must be a valid boolean.");

    /// <summary>Inferred: name expressions in objects must give text.</summary>
    public static WdlException NameNotText(string type) => new(
        $"The template language expression of a property name is not valid. It is of type '{type}' but is expected to be a value of type 'String'.");
}
