using B2BConnector.Emulation;

namespace B2BConnector.Commerce;

/// <summary>How the Commerce emulator behaves. Each default is the documented or, where marked so, the assumed behaviour of the real system.</summary>
public sealed class CommerceOptions : EmulatorOptions
{
    public CommerceOptions() => Name = "Commerce";

    /// <summary>Folder for .eml files, made when the first mail goes out; null keeps mails in the store only (GET /_sandbox/mails).</summary>
    public string? MailFolder { get; set; }

    /// <summary>The legal entity of callers that do not say <c>cross-company=true</c>.</summary>
    public string DefaultLegalEntity { get; set; } = "usrt";

    /// <summary>Rows per page of OData reads; finance and operations serves 10,000.</summary>
    public int PageSize { get; set; } = 10_000;

    /// <summary>
    /// Whether writing <c>B2BProspectStatus</c> runs the approval and rejection logic. Inferred for the real system, so it can be turned
    /// off: then the write changes the status and nothing else.
    /// </summary>
    public bool StatusWriteHasEffects { get; set; } = true;

    /// <summary>Group and service of a deployed custom service that decides, <c>group/service</c>; null: none is deployed.</summary>
    public string? DecisionService { get; set; }

    /// <summary>Whether approval takes over customers that exist already. Assumed.</summary>
    public CustomerAdoption AdoptExistingCustomers { get; set; } = CustomerAdoption.ByPartyThenEmail;

    /// <summary>Whether approval makes a customer or a contact of the requester.</summary>
    public BuyerModel BuyerModel { get; set; } = BuyerModel.PersonCustomer;

    /// <summary>
    /// Whether a member that is taken out of a hierarchy stays in the table with VersionRemoved set. Inferred from the column; by default
    /// the row goes.
    /// </summary>
    public bool RemovedMembersStay { get; set; }

    /// <summary>Whether an If-Match that does not match is answered with 412. Assumed.</summary>
    public bool EnforceEtags { get; set; } = true;

    /// <summary>False stands for the Commerce parameter DisableB2BProspectAddressAssocWithCustomer = Yes.</summary>
    public bool AssociateProspectAddress { get; set; } = true;

    /// <summary>The legal entities a new store is filled with, each with one B2B online channel.</summary>
    public IReadOnlyList<LegalEntitySeed> LegalEntities { get; set; } = LegalEntitySeed.Defaults;
}
