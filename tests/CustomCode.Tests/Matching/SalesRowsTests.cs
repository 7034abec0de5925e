using System.Text.Json;
using B2BConnector.CustomCode.Dataverse;
using B2BConnector.CustomCode.Matching;
using Microsoft.Extensions.Logging.Abstractions;

namespace B2BConnector.CustomCode.Tests.Matching;

public sealed class SalesRowsTests
{
    private readonly RecordedDataverse _dataverse = new();

    [Fact]
    public async Task Run_KnownCompany_AsksForActiveRowsAndReturnsPascalCase()
    {
        _dataverse.Rows["contacts"] = """[{"contactid":"c1","fullname":"Ada L","emailaddress1":"ada@contoso.example","_parentcustomerid_value":"00000000-0000-0000-0000-00000000000a"}]""";
        _dataverse.Rows["accounts"] = """[{"accountid":"00000000-0000-0000-0000-00000000000a","name":"Contoso","address1_country":"NLD"}]""";
        _dataverse.Rows["leads"] = "[]";
        var function = new MatchExistingAccounts(NullLoggerFactory.Instance, () => _dataverse);

        var result = await function.Run("usrt", "P-000001", "O'Contoso B.V.", "ada@contoso.example", "NLD");

        Assert.Equal("00000000-0000-0000-0000-00000000000a", result.Account?.Id);
        Assert.Equal(
            [
                "contacts: statecode eq 0 and emailaddress1 eq 'ada@contoso.example'",
                "accounts: statecode eq 0 and (accountid eq 00000000-0000-0000-0000-00000000000a)",
                "accounts: statecode eq 0 and (contains(name,'Contoso'))",
                "leads: b2b_legalentity eq 'usrt' and b2b_prospectid ne null and b2b_prospectstatus eq 726000000 and (emailaddress1 eq 'ada@contoso.example' or contains(companyname,'Contoso'))",
            ],
            _dataverse.Queries.Select(q => $"{q.Set}: {q.Filter}"));
        Assert.StartsWith("""{"Account":{"Id":""", JsonSerializer.Serialize(result), StringComparison.Ordinal);
    }

    private sealed class RecordedDataverse : IDataverse
    {
        public Dictionary<string, string> Rows { get; } = [];

        public List<RowQuery> Queries { get; } = [];

        public Task<IReadOnlyList<JsonElement>> QueryAsync(RowQuery query, CancellationToken cancellationToken = default)
        {
            Queries.Add(query);
            return Task.FromResult<IReadOnlyList<JsonElement>>([.. JsonDocument.Parse(Rows[query.Set]).RootElement.EnumerateArray()]);
        }
    }
}
