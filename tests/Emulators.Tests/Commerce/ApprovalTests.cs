using B2BConnector.Commerce;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Commerce;

/// <summary>What approval makes: BR-16, BR-20 to BR-22, BR-26, BR-27, BR-61, BR-70.</summary>
public sealed class ApprovalTests
{
    [Fact]
    public async Task Br20Br21_StatusWrite_CreatesOrganizationAndPersonCustomer()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();

        await sandbox.ApproveAsync(id);

        var organization = Assert.Single(await sandbox.CustomersAsync("Organization"));
        Assert.Equal("L'Épicerie & Fils", (string?)organization["OrganizationName"]);
        Assert.Equal("US-000001", (string?)organization["CustomerAccount"]);
        var person = Assert.Single(await sandbox.CustomersAsync("Person"));
        Assert.Equal(("Zoë", "Garçon", "zoe.garcon@example.com"), ((string?)person["PersonFirstName"], (string?)person["PersonLastName"], (string?)person["PrimaryContactEmail"]));
    }

    [Fact]
    public async Task Br06Br21_NewCustomers_InheritFromTheDefaultCustomerAndTheRequest()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        await sandbox.ApproveAsync(await sandbox.PendingAsync());

        foreach (var customer in (await sandbox.CustomersAsync("Organization")).Concat(await sandbox.CustomersAsync("Person")))
        {
            Assert.Equal(("B2B", "USD", "nl-NL", "USB2B", "Yes", "Amsterdam", "NH", "99"), (
                (string?)customer["CustomerGroupId"], (string?)customer["SalesCurrencyCode"], (string?)customer["LanguageId"], (string?)customer["AddressBooks"],
                (string?)customer["AllowOnAccount"], (string?)customer["AddressCity"], (string?)customer["AddressState"], (string?)customer["AddressPostbox"]));
        }
    }

    [Fact]
    public async Task Br08_AddressNotAssociated_LeavesTheCustomersWithout()
    {
        await using var sandbox = await CommerceSandbox.StartAsync(options => options.AssociateProspectAddress = false);

        await sandbox.ApproveAsync(await sandbox.PendingAsync());

        Assert.Equal("", (string?)Assert.Single(await sandbox.CustomersAsync("Organization"))["AddressCity"]);
    }

    [Fact]
    public async Task Br61_PersonCustomer_IsInvoicedToTheOrganization()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        await sandbox.ApproveAsync(await sandbox.PendingAsync());

        Assert.Equal((string?)(await sandbox.CustomersAsync("Organization"))[0]["CustomerAccount"], (string?)(await sandbox.CustomersAsync("Person"))[0]["InvoiceAccount"]);
    }

    [Fact]
    public async Task Br22Br27_Hierarchy_IsNamedLikeTheCompanyWithTheRequesterAsAdmin()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        await sandbox.ApproveAsync(await sandbox.PendingAsync());

        var hierarchy = Assert.Single(await sandbox.RowsAsync("/data/CustomerHiearchies?$expand=CustomerHierarchyNode"));
        Assert.Equal(("CH-000001", "L'Épicerie & Fils", "B2BOrganization"), ((string?)hierarchy["CustomerHierarchyId"], (string?)hierarchy["Name"], (string?)hierarchy["Purpose"]));
        Assert.Equal((string?)(await sandbox.CustomersAsync("Organization"))[0]["PartyNumber"], (string?)hierarchy["OrganizationPartyNumber"]);
        var node = Assert.Single(hierarchy["CustomerHierarchyNode"]!);
        Assert.Equal(("Admin", (string?)(await sandbox.CustomersAsync("Person"))[0]["PartyNumber"]), ((string?)node["Role"], (string?)node["NodePartyNumber"]));
    }

    [Fact]
    public async Task Br16_ApprovedProspect_KeepsItsTypeAndItsParty()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();

        await sandbox.ApproveAsync(id);

        var prospect = await sandbox.ProspectAsync(id);
        Assert.Equal(("Yes", "B2B prospect", "Approved"), ((string?)prospect["IsB2BProspect"], (string?)prospect["ProspectRelationTypeId"], (string?)prospect["B2BProspectStatus"]));
        Assert.Equal((string?)prospect["ProspectPartyNumber"], (string?)(await sandbox.CustomersAsync("Person"))[0]["PartyNumber"]);
    }

    [Theory]
    [InlineData(CustomerAdoption.ByPartyThenEmail, 1)]
    [InlineData(CustomerAdoption.ByEmail, 1)]
    [InlineData(CustomerAdoption.AlwaysCreate, 2)]
    public async Task Adoption_CustomersWithTheSameEmailAndName_FollowTheOption(CustomerAdoption mode, int expected)
    {
        await using var sandbox = await CommerceSandbox.StartAsync(options => options.AdoptExistingCustomers = mode);
        var id = await sandbox.PendingAsync();
        await sandbox.PostAsync("/data/CustomersV3", Customers.Organization("L'Épicerie & Fils"));
        await sandbox.PostAsync("/data/CustomersV3", Customers.Person("ZOE.GARCON@example.com"));

        await sandbox.ApproveAsync(id);

        Assert.Equal(expected, (await sandbox.CustomersAsync("Organization")).Count);
        Assert.Equal(expected, (await sandbox.CustomersAsync("Person")).Count);
        Assert.Single(await sandbox.RowsAsync("/data/CustomerHierarchyNodes"));
    }

    [Fact]
    public async Task Adoption_CustomerOfTheProspectsParty_IsTakenWithItsInvoiceAccount()
    {
        await using var sandbox = await CommerceSandbox.StartAsync(options => options.AdoptExistingCustomers = CustomerAdoption.ByParty);
        var id = await sandbox.PendingAsync();
        var organization = await sandbox.PostAsync("/data/CustomersV3", Customers.Organization("Another name"));
        var person = Customers.Person("other@example.com");
        person["PartyNumber"] = (await sandbox.ProspectAsync(id))["ProspectPartyNumber"];
        person["InvoiceAccount"] = organization["CustomerAccount"];
        await sandbox.PostAsync("/data/CustomersV3", person);

        await sandbox.ApproveAsync(id);

        Assert.Single(await sandbox.CustomersAsync("Organization"));
        Assert.Single(await sandbox.CustomersAsync("Person"));
        Assert.Equal((string?)organization["PartyNumber"], (string?)Assert.Single(await sandbox.RowsAsync("/data/CustomerHiearchies"))["OrganizationPartyNumber"]);
    }

    [Fact]
    public async Task Adoption_PersonWithoutInvoiceAccount_GetsTheOrganizations()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();
        await sandbox.PostAsync("/data/CustomersV3", Customers.Person("zoe.garcon@example.com"));

        await sandbox.ApproveAsync(id);

        Assert.Equal((string?)(await sandbox.CustomersAsync("Organization"))[0]["CustomerAccount"], (string?)Assert.Single(await sandbox.CustomersAsync("Person"))["InvoiceAccount"]);
    }

    [Fact]
    public async Task Br70_ContactModel_MakesAContactInsteadOfAPersonCustomer()
    {
        await using var sandbox = await CommerceSandbox.StartAsync(options => options.BuyerModel = BuyerModel.Contact);
        var id = await sandbox.PendingAsync();

        await sandbox.ApproveAsync(id);

        Assert.Empty(await sandbox.CustomersAsync("Person"));
        var contact = Assert.Single(await sandbox.RowsAsync("/data/CDSContactPersonsV2"));
        Assert.Equal((string?)(await sandbox.CustomersAsync("Organization"))[0]["CustomerAccount"], (string?)contact["AssociatedContactNumber"]);
        Assert.Equal("Zoë", (string?)contact["FirstName"]);
        Assert.Equal((string?)contact["ContactPersonPartyNumber"], (string?)Assert.Single(await sandbox.RowsAsync("/data/CustomerHierarchyNodes"))["NodePartyNumber"]);
    }

    [Fact]
    public async Task Br26_RequesterSignsIn_OnlyAfter1010()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.ApproveAsync(await sandbox.PendingAsync());
        var email = new JObject { ["email"] = "Zoe.Garcon@example.com" };

        var (_, before, _) = await sandbox.SendAsync(HttpMethod.Post, $"/site/{CommerceSandbox.Us}/sign-in", email);
        await sandbox.RunAsync("1010");
        var (_, after, _) = await sandbox.SendAsync(HttpMethod.Post, $"/site/{CommerceSandbox.Us}/sign-in", email);

        Assert.Equal("Microsoft_Dynamics_CommerceIdentityNotFound", (string?)before["error"]!["code"]);
        Assert.Equal(("CH-000001", "Admin"), ((string?)after["hierarchyId"], (string?)after["role"]));
    }

    [Fact]
    public async Task Br06_StoreWithoutTheAddressBook_GetsNoCustomer()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.ApproveAsync(await sandbox.PendingAsync());
        await sandbox.SendAsync(HttpMethod.Delete,
            $"/data/RetailStoreAddressBooks(RetailChannelId='{CommerceSandbox.Us}',AddressBookName='USB2B',AddressBookType=Microsoft.Dynamics.DataEntities.RetailAddressBookType'Customer')");

        Assert.Equal(0, (int?)(await sandbox.RunAsync("1010"))["processed"]);
    }

    [Fact]
    public async Task Br31_TwoPersonsWithOneEmail_CannotSignIn()
    {
        await using var sandbox = await CommerceSandbox.StartAsync(options => options.AdoptExistingCustomers = CustomerAdoption.AlwaysCreate);
        await sandbox.ApproveAsync(await sandbox.PendingAsync());
        await sandbox.ApproveAsync(await sandbox.PendingAsync(Forms.Full(company: "Second")));
        await sandbox.RunAsync("1010");

        var (_, body, _) = await sandbox.SendAsync(HttpMethod.Post, $"/site/{CommerceSandbox.Us}/sign-in", new JObject { ["email"] = "zoe.garcon@example.com" });

        Assert.Equal("Microsoft_Dynamics_Commerce_Runtime_MultipleCustomerAccountsFoundWithSameEmailAddress", (string?)body["error"]!["code"]);
    }

    [Fact]
    public async Task StatusWrite_WithoutEffects_ChangesTheStatusOnly()
    {
        await using var sandbox = await CommerceSandbox.StartAsync(options => options.StatusWriteHasEffects = false);
        var id = await sandbox.PendingAsync();

        await sandbox.ApproveAsync(id);

        Assert.Equal("Approved", (string?)(await sandbox.ProspectAsync(id))["B2BProspectStatus"]);
        Assert.Empty(await sandbox.CustomersAsync("Organization"));
        Assert.Empty(await sandbox.RowsAsync("/data/CustomerHiearchies"));
        Assert.Empty(await sandbox.RowsAsync("/_sandbox/mails"));
    }
}
