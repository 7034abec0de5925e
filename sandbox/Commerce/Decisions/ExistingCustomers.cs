using B2BConnector.Commerce.Entities;
using B2BConnector.Commerce.Headquarters;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Decisions;

/// <summary>
/// Customers an approval takes over instead of doubling them, as the option says. Assumed throughout; where several fit, the one with
/// the lowest account number is taken.
/// </summary>
internal sealed class ExistingCustomers(HeadquartersSession headquarters, JObject prospect)
{
    private readonly CustomerAdoption _mode = headquarters.Options.AdoptExistingCustomers;

    private bool ByParty => _mode is CustomerAdoption.ByPartyThenEmail or CustomerAdoption.ByParty;

    private bool ByEmail => _mode is CustomerAdoption.ByPartyThenEmail or CustomerAdoption.ByEmail;

    public JObject? Person()
    {
        var (party, email) = (prospect.Text("ProspectPartyNumber"), prospect.Text("PrimaryEmailAddress"));
        return (ByParty ? Customer(PartyRegister.Person, customer => customer.Is("PartyNumber", party)) : null)
            ?? (ByEmail && email.Length > 0 ? Customer(PartyRegister.Person, customer => customer.Is("PrimaryContactEmail", email)) : null);
    }

    /// <param name="person">The adopted person, whose invoice account names the organization.</param>
    public JObject? Organization(JObject? person)
    {
        var (name, number) = (prospect.Text("CompanyName"), prospect.Text("OrganizationNumber"));
        var invoice = person?.Text("InvoiceAccount") ?? "";
        return (invoice.Length > 0 ? Customer(PartyRegister.Organization, customer => customer.Is("CustomerAccount", invoice)) : null)
            ?? (ByEmail && name.Length > 0
                ? Customer(PartyRegister.Organization, customer => customer.Is("OrganizationName", name) && (number.Length == 0 || customer.Is("OrganizationNumber", number)))
                : null);
    }

    public JObject? Contact(string account)
    {
        var (party, email) = (prospect.Text("ProspectPartyNumber"), prospect.Text("PrimaryEmailAddress"));
        return headquarters.Where(CDSContactPersonsV2.Definition, contact =>
            contact.Is("dataAreaId", prospect.Text("dataAreaId")) && contact.Is("AssociatedContactNumber", account)
            && ((ByParty && contact.Is("ContactPersonPartyNumber", party)) || (ByEmail && contact.Is("PrimaryEmailAddress", email)))).FirstOrDefault();
    }

    private JObject? Customer(string type, Predicate<JObject> match) => headquarters.Where(CustomersV3.Definition, customer =>
        customer.Is("dataAreaId", prospect.Text("dataAreaId")) && customer.Is("PartyType", type) && match(customer)).FirstOrDefault();
}
