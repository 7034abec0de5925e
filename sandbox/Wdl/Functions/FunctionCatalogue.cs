namespace B2BConnector.Wdl.Functions;

/// <summary>
/// Names the platform knows: the designer's catalogue of 133 and the few that exist without being listed there.
/// One that is not implemented here is an author error at load, never an approximation.
/// </summary>
internal static class FunctionCatalogue
{
    /// <summary>The designer's list, by family.</summary>
    public static IReadOnlyList<string> Designer { get; } = Split(
        // string
        "concat substring slice replace guid toLower toUpper indexOf nthIndexOf lastIndexOf startsWith endsWith split trim formatNumber trimByteOrderMark encodeXmlValue decodeXmlValue encodeXmlName decodeXmlName",
        // collection
        "contains length sort reverse empty intersection union first last take skip join chunk",
        // logical
        "if equals and or not less lessOrEquals greater greaterOrEquals isInt isFloat",
        // conversion
        "json xml int string float bool base64 base64ToBinary base64ToString binary dataUriToBinary dataUriToString dataUri decodeBase64 utf8Length utf16Length encodeUriComponent decodeUriComponent decodeDataUri uriComponent uriComponentToBinary uriComponentToString array createArray triggerFormDataValue triggerFormDataMultiValues triggerMultipartBody formDataValue formDataMultiValues multipartBody decimal",
        // math
        "min max rand add sub mul div mod range",
        // date and time
        "utcNow getFutureTime getPastTime addToTime subtractFromTime addSeconds addMinutes addHours addDays dateDifference convertTimeZone convertToUtc convertFromUtc formatDateTime parseDateTime startOfHour startOfDay startOfMonth dayOfWeek dayOfMonth dayOfYear ticks formatTimeSpan",
        // reference and workflow
        "parameters result actions outputs body triggerOutputs triggerBody trigger item items iterationIndexes variables listCallbackUrl workflow",
        // URI
        "uriHost uriPath uriPathAndQuery uriPort uriScheme uriQuery",
        // manipulation
        "coalesce addProperty setProperty removeProperty xpath mergeObjects");

    /// <summary>Exist on the platform, but not in the designer's list.</summary>
    public static IReadOnlyList<string> Unlisted { get; } = Split("appsetting action triggers agentParameters actionBody actionOutputs strongEquals base64ToJson encodeBase64 pow");

    private static readonly HashSet<string> Names = new(Designer.Concat(Unlisted), StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string name) => Names.Contains(name);

    private static string[] Split(params string[] families) => [.. families.SelectMany(f => f.Split(' '))];
}
