using B2BConnector.CustomCode.Dataverse;
using B2BConnector.CustomCode.Tests.Dataverse;
using B2BConnector.CustomCode.Updates;
using Microsoft.Extensions.Logging.Abstractions;

namespace B2BConnector.CustomCode.Tests.Updates;

public sealed class UpdateAccountAndContactTests
{
    private const string Account = "10000000-0000-0000-0000-00000000000a", Contact = "10000000-0000-0000-0000-00000000000c";
    private readonly RecordedDataverse _dataverse = new();

    [Fact]
    public async Task Run_TwoRows_WritesThemTogether()
    {
        Assert.Equal(2, await RunAsync("""{ "b2b_customeraccount": "C-1",""" + "\r\n" + """ "b2b_legalentity": "usrt" }""", """{"b2b_customeraccount":null}"""));

        Assert.Equal(
            [
                new RowUpdate("accounts", Guid.Parse(Account), """{"b2b_customeraccount":"C-1","b2b_legalentity":"usrt"}"""),
                new RowUpdate("contacts", Guid.Parse(Contact), """{"b2b_customeraccount":null}"""),
            ],
            Assert.Single(_dataverse.Updates));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{} {}")]
    [InlineData("{\"a\":")]
    public async Task Run_ColumnsAreNoObject_WritesNothing(string columns)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => RunAsync("{}", columns));

        Assert.Empty(_dataverse.Updates);
    }

    [Fact]
    public async Task Run_IdIsNone_WritesNothing()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Function().Run("accounts", "{}", Contact, "{}"));

        Assert.Empty(_dataverse.Updates);
    }

    [Fact]
    public async Task Run_Refused_Fails()
    {
        _dataverse.Refusal = new DataverseException("Dataverse answered 404: gone");

        await Assert.ThrowsAsync<DataverseException>(() => RunAsync("{}", "{}"));
    }

    private Task<int> RunAsync(string account, string contact) => Function().Run(Account, account, Contact, contact);

    private UpdateAccountAndContact Function() => new(NullLoggerFactory.Instance, () => _dataverse);
}
