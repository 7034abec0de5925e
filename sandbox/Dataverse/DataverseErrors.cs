using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Dataverse.Security;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse;

/// <summary>
/// Every refusal of the emulator. Platform codes and texts are those of the platform's error reference and of recorded answers;
/// where neither was found the summary says inferred.
/// </summary>
internal static class DataverseErrors
{
    public static DataverseFault SegmentNotFound(string segment) => new(404, "DV0001", "0x8006088a", $"Resource not found for the segment '{segment}'.");

    public static DataverseFault UnknownProperty(TableDefinition table, string name) =>
        new(400, "DV0002", "0x80060888", $"Could not find a property named '{name}' on type '{table.QualifiedName}'.");

    public static DataverseFault BadQuery(string message) => new(400, "DV0003", "0x80060888", message);

    public static DataverseFault Payload(TableDefinition table, string inner) => new(400, "DV0004", "0x80048d19",
        $"Error identified in Payload provided by the user for Entity :'{table.SetName}', For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293  ---->  InnerException : Microsoft.OData.ODataException: {inner}");

    public static DataverseFault TooLong(TableDefinition table, ColumnDefinition column) => new(400, "DV0005", "0x80044331",
        $"A validation error occurred.  The length of the '{column.Name}' attribute of the '{table.LogicalName}' entity exceeded the maximum allowed length of '{column.MaxLength}'.");

    public static DataverseFault OutOfRange(TableDefinition table, ColumnDefinition column, string value) => new(400, "DV0006", "0x80044330",
        $"A validation error occurred.  The value {value} of '{column.Name}' on record of type '{table.LogicalName}' is outside the valid range."
        + (column.Options.Count > 0 ? " Accepted Values: " + string.Join(',', column.Options.Keys) : ""));

    public static DataverseFault RowNotFound(TableDefinition table, Guid id) =>
        new(404, "DV0007", "0x80040217", $"Entity '{table.LogicalName}' With Id = {id} Does Not Exist");

    public static DataverseFault KeyNotFound(TableDefinition table) =>
        new(404, "DV0008", "0x80060891", $"A record with the specified key values does not exist in {table.LogicalName} entity");

    public static DataverseFault KeyNotDefined(TableDefinition table, string columns) =>
        new(400, "DV0009", "0x80060890", $"The specified key attributes are not a defined key for the {table.LogicalName} entity: {columns}");

    public static DataverseFault DuplicateKey(AlternateKey key) => new(412, "DV0010", "0x80060892",
        $"A record that has the attribute values {key.Label} already exists. The entity key {key.Label} requires that this set of attributes contains unique values. Select unique values and try again.");

    public static DataverseFault DuplicateId() => new(412, "DV0011", "0x80040237", "A record with matching key values already exists.");

    public static DataverseFault VersionMismatch() =>
        new(412, "DV0012", "0x80060882", "The version of the existing record doesn't match the RowVersion property provided.");

    public static DataverseFault StateAndStatus() =>
        new(400, "DV0013", "0x80048408", "State code is invalid or state code is valid but status code is invalid for a specified state code.");

    public static DataverseFault LeadClosed() => new(400, "DV0014", "0x80040519", "The lead is already closed.");

    public static DataverseFault LeadOpen() => new(400, "DV0015", "0x80040518", "The lead is already in the open state.");

    /// <summary>Inferred code: the rule is documented, its error is not.</summary>
    public static DataverseFault LeadHasOpportunity() =>
        new(400, "DV0016", "0x80040233", "The lead cannot be disqualified because an opportunity is associated with it.");

    /// <summary>Inferred: only the message moves a lead to Qualified.</summary>
    public static DataverseFault UseQualifyLead() =>
        new(400, "DV0017", "0x8004F00E", "The lead cannot be set to Qualified by an update. Use the QualifyLead message instead.");

    public static DataverseFault UseWinOrLose(string state) => new(400, "DV0018", "0x80100005",
        $"This message can not be used to set the state of opportunity to {state}. In order to set state of opportunity to {state}, use the {(state == "Won" ? "Win" : "Lose")} message instead.");

    public static DataverseFault OpportunityClosed() => new(400, "DV0019", "0x80040515", "The opportunity has already been closed.");

    public static DataverseFault OpportunityOpen() => new(400, "DV0020", "0x8004051A", "The opportunity is already in the open state.");

    public static DataverseFault MissingOpportunity() => new(400, "DV0021", "0x80043B15", "The opportunity id is missing or invalid.");

    public static DataverseFault InvalidArgument(string message) => new(400, "DV0022", "0x80040203", message);

    public static DataverseFault NotAMember() => new(403, "DV0023", "0x80072560", "The user is not a member of the organization.");

    /// <summary>The two spaces are the platform's.</summary>
    public static DataverseFault AccessDenied(TableDefinition table, JObject row, Guid user, AccessRight right)
    {
        var owner = Lookups.Get(row, "ownerid");
        return new(403, "DV0027", "0x80048306",
            $"SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: {row[table.PrimaryId]}, OwnerId: {owner?.Id},  OwnerIdType: {(owner?.Table == "team" ? 9 : 8)} and CallingUser: {user}. "
            + $"ObjectTypeCode: {table.TypeCode}, objectBusinessUnitId: {Lookups.Get(row, "owningbusinessunit")?.Id}, AccessRights: {right}Access ");
    }

    /// <summary>The platform's text names ids and counts of its caches, too, which the sandbox has not.</summary>
    public static DataverseFault PrivilegeMissing(TableDefinition table, Guid user, int roles, AccessRight right) => new(403, "DV0028", "0x80040220",
        $"Principal user (Id={user}, type=8, roleCount={roles}), is missing {SecurityRole.PrivilegeOf(right, table)} privilege on OTC={table.TypeCode} for entity '{table.LogicalName}' (LocalizedName='{table.Label}').");

    public static DataverseFault UnknownAttribute(TableDefinition table, string name) => new(400, "DV0024", "0x80041103",
        $"'{table.LogicalName}' entity doesn't contain attribute with Name = '{name}' and NameMapping = 'Logical'.");

    public static DataverseFault BadFetch(string message) => new(400, "DV0025", "0x80041102", message);

    public static DataverseFault MethodNotAllowed(string what) => new(405, "DV0026", "0x8004023B", $"The requested resource does not support {what}.");

    /// <summary>Inferred code and words: what the documentation of batches forbids or asks for is documented, its errors are not.</summary>
    public static DataverseFault BadBatch(string message) => new(400, "DV0027", "0x80048d19", message);

    public static DataverseFault UnknownContentId(string reference) =>
        new(400, "DV0028", "0x80048d19", $"Content-ID Reference: '{reference}' does not exist in the batch context.");

    /// <summary>Service protection, first of its three limits; the sandbox has it as a fault switch only.</summary>
    public static DataverseFault TooManyRequests() =>
        new(429, "SBX0603", "0x80072322", "Number of requests exceeded the limit of 6000 over time window of 300 seconds.");

    /// <summary>The platform can do this, the sandbox cannot: said aloud rather than approximated.</summary>
    public static DataverseFault Unsupported(string what) => new(501, "DV0501", "0x80040315", $"The Dataverse sandbox does not support {what}.");
}
