using B2BConnector.Commerce.Model;
using B2BConnector.Emulation;

namespace B2BConnector.Commerce.Headquarters;

/// <summary>
/// Refusals of /data with the texts of the real system where a public sample shows them ("Write failed for table row of type",
/// "No resources were found when selecting for update."), otherwise our own sentences.
/// </summary>
internal static class FinOpsErrors
{
    /// <summary>Business logic said no: every line of the infolog, then where it failed.</summary>
    public static FinOpsFault WriteFailed(EntityType type, string code, params IEnumerable<string> infolog) => new(
        400, code, $"Write failed for table row of type '{type.Source}'. Infolog: {string.Join("; ", infolog.Select(line => "Warning: " + line))}.", FinOpsFault.WriteException);

    public static FinOpsFault Duplicate(EntityType type, string key) => new(
        400, "CE0210", $"Write failed for table row of type '{type.Source}'. Infolog: Error: Cannot create a record in {type.Collection}. {key}.\nThe record already exists..", FinOpsFault.WriteException);

    public static FinOpsFault NothingToUpdate() => new(
        400, "CE0103", "No resources were found when selecting for update.", FinOpsFault.WriteException);

    public static FinOpsFault UnknownSegment(string segment) => new(404, "CE0101", $"Resource not found for the segment '{segment}'.");

    /// <summary>Assumed: the text of the real system for a key that has no row is not documented.</summary>
    public static FinOpsFault NoRow(EntityType type, string key) => new(404, "CE0102", $"No {type.Collection} row was found with the key ({key}).");

    public static FinOpsFault BadQuery(string message) => new(400, "CE0104", message, FinOpsFault.ODataException);

    public static FinOpsFault Unsupported(string what) => new(501, "CE0105", $"CE0105: {what} is not emulated. Ask for it differently, or add it to sandbox/Commerce/Data.");

    public static FinOpsFault NotWritable(EntityType type, string verb) => new(405, "CE0106", $"The entity set '{type.Collection}' does not accept {verb} in the emulator (CE0106).");

    public static FinOpsFault EtagMismatch() => new(412, "CE0107", "The request's ETag does not match the current version of the row: read it again.");

    public static FinOpsFault BadBody(params IEnumerable<string> problems) => new(400, "CE0108", string.Join(" ", problems), FinOpsFault.ODataException);

    public static string UnknownProperty(EntityType type, string name) =>
        $"Could not find a property named '{name}' on type '{type.QualifiedName}'.";

    public static string NotRelated(string value, string field, string table) =>
        $"The value '{value}' in field '{field}' is not found in the related table '{table}'.";

    public static string MustBeFilled(string field) => $"Field '{field}' must be filled in.";
}
