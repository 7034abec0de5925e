using System.Text.Json.Nodes;
using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Partners;
using B2BConnector.Connector.Store;

namespace B2BConnector.Connector.Features.Credit;

/// <summary>Reads and writes credit limits: always those of the account that orders are invoiced to, because Commerce checks no other.</summary>
internal sealed class CreditLimits(CommerceCustomers customers, LeaseStore leases)
{
    private const int Tries = 3;

    /// <exception cref="ConnectorException">customer_not_found.</exception>
    public async Task<CreditLimit> ReadAsync(PartnerKey key, CancellationToken cancel)
    {
        var asked = await FindAsync(key, key.CustomerAccount, cancel);
        var counting = IsElsewhere(asked) ? await FindAsync(key, asked.InvoiceAccount!, cancel) : asked;
        var temporary = await customers.ListTemporaryCreditLimitsAsync(key.LegalEntity, counting.CustomerAccount, cancel);
        return new CreditLimit
        {
            LegalEntity = key.LegalEntity,
            CustomerAccount = asked.CustomerAccount,
            CreditAccount = counting.CustomerAccount,
            Amount = counting.CreditLimit ?? 0,
            Currency = Text(counting.SalesCurrencyCode),
            IsMandatory = counting.CreditLimitIsMandatory == Yes,
            IsUnlimited = counting.CredManCustUnlimitedCredit == Yes,
            AllowOnAccount = counting.AllowOnAccount == Yes,
            CreditRating = Text(counting.CreditRating),
            OnHoldStatus = Text(counting.OnHoldStatus),
            TemporaryLimits = [.. temporary.OrderBy(row => row.FromDate).Select(row => new TemporaryCreditLimit { Amount = row.CreditMax ?? 0, From = row.FromDate, To = row.ToDate })],
        };
    }

    /// <exception cref="ConnectorException">customer_not_found or credit_limit_elsewhere.</exception>
    public async Task<CreditLimit> SetAsync(PartnerKey key, SetCreditLimitRequest request, CancellationToken cancel)
    {
        await using var lease = await leases.TakeAsync(cancel, LeaseNames.OfPartner(key));
        for (var tries = 1; ; tries++)
        {
            var row = await FindAsync(key, key.CustomerAccount, lease.Token);
            if (IsElsewhere(row))
            {
                throw ConnectorErrors.CreditLimitElsewhere(row.CustomerAccount, row.InvoiceAccount!);
            }

            var changes = Changes(row, request);
            try
            {
                if (changes.Count > 0)
                {
                    await customers.UpdateAsync(key.LegalEntity, row.CustomerAccount, changes, row.ETag, lease.Token);
                }

                return await ReadAsync(key, lease.Token);
            }
            catch (CommerceException problem) when (problem.Failure == CommerceFailure.Changed && tries < Tries)
            {
                // Somebody wrote meanwhile: what differs is looked at again.
            }
        }
    }

    private const string Yes = "Yes";

    private static JsonObject Changes(CustomerRow row, SetCreditLimitRequest request)
    {
        var changes = new JsonObject();
        if (request.Amount is { } amount && amount != (row.CreditLimit ?? 0))
        {
            changes["CreditLimit"] = amount;
        }

        Put(changes, "CreditLimitIsMandatory", row.CreditLimitIsMandatory, request.IsMandatory);
        Put(changes, "AllowOnAccount", row.AllowOnAccount, request.AllowOnAccount);
        return changes;
    }

    private static void Put(JsonObject changes, string column, string? present, bool? wanted)
    {
        if (wanted is { } value && value != (present == Yes))
        {
            changes[column] = value ? Yes : "No";
        }
    }

    private async Task<CustomerRow> FindAsync(PartnerKey key, string account, CancellationToken cancel) =>
        await customers.FindAsync(key.LegalEntity, account, cancel) ?? throw ConnectorErrors.CustomerNotFound(key.LegalEntity, account);

    private static bool IsElsewhere(CustomerRow row) =>
        !string.IsNullOrWhiteSpace(row.InvoiceAccount) && !string.Equals(row.InvoiceAccount, row.CustomerAccount, StringComparison.OrdinalIgnoreCase);

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
