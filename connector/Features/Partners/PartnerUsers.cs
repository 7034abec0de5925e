using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Customers;
using B2BConnector.Connector.Store;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>
/// Adds, changes and removes users of a partner, one caller at a time per partner and e-mail address. Each step looks before it writes,
/// so a repetition goes on where the last call stopped. That a partner is never without administrator is kept here: inferred, that
/// Commerce enforces it on its pages only.
/// </summary>
internal sealed class PartnerUsers(PartnerReader reader, IBuyers buyers, CommerceHierarchies hierarchies, LeaseStore leases)
{
    // A write whose answer was lost may still be on its way for this long; nobody writes the same meanwhile.
    private static readonly TimeSpan Quarantine = TimeSpan.FromSeconds(20);

    /// <exception cref="ConnectorException">email_in_use, several_matches or single_administrator.</exception>
    public async Task<AddPartnerUserAnswer> AddAsync(PartnerKey key, string? hierarchyId, AddPartnerUserRequest request, CancellationToken cancel)
    {
        var email = CustomerFinder.Normal(request.Email!);
        await using var lease = await leases.TakeAsync(cancel, LeaseNames.OfPartner(key), LeaseNames.OfEmail(key.LegalEntity, email));
        var partner = await reader.FindAsync(key, hierarchyId, lease.Token);
        var known = await buyers.FindByEmailAsync(partner, email, lease.Token);
        if (known is not null && partner.Member(known.PartyNumber) is { } present)
        {
            return Answer(partner, present, known, PartnerUserOutcome.AlreadyMember);
        }

        var role = request.Role ?? PartnerUserRole.User;
        if (role == PartnerUserRole.Admin)
        {
            ThrowIfAdministered(partner);
        }

        var buyer = known is null
            ? await WriteOnceAsync(lease, () => buyers.CreateAsync(partner, request.Person, lease.Token), () => buyers.FindByEmailAsync(partner, email, lease.Token))
            : await buyers.AdoptAsync(partner, known, lease.Token);
        var node = await WriteOnceAsync(
            lease,
            () => hierarchies.AddMemberAsync(partner.HierarchyId, buyer.PartyNumber, role.ToString(), lease.Token),
            async () => await hierarchies.FindMemberAsync(partner.HierarchyId, buyer.PartyNumber, lease.Token) is { IsPresent: true } arrived ? arrived : null);
        return Answer(partner, node, buyer, known is null ? PartnerUserOutcome.Created : PartnerUserOutcome.Adopted);
    }

    /// <exception cref="ConnectorException">partner_user_not_found, email_in_use, single_administrator or last_administrator.</exception>
    public async Task<UpdatePartnerUserAnswer> UpdateAsync(PartnerKey key, string? hierarchyId, string partyNumber, UpdatePartnerUserRequest request, CancellationToken cancel)
    {
        string[] names = request.Email is null ? [LeaseNames.OfPartner(key)] : [LeaseNames.OfPartner(key), LeaseNames.OfEmail(key.LegalEntity, request.Email)];
        await using var lease = await leases.TakeAsync(cancel, names);
        var partner = await reader.FindAsync(key, hierarchyId, lease.Token);
        var known = await buyers.ListAsync(partner, [.. partner.Members.Select(node => node.NodePartyNumber)], lease.Token);
        if (partner.Member(partyNumber) is not { } member || !known.TryGetValue(member.NodePartyNumber, out var buyer))
        {
            throw ConnectorErrors.PartnerUserNotFound(partyNumber, partner.HierarchyId);
        }

        var changes = request.Changes.Against(buyer);
        var role = request.Role is { } wanted && wanted.ToString() != member.Role ? request.Role : null;
        await CheckAsync(partner, member, changes, role, known, lease.Token);
        if (!changes.IsEmpty)
        {
            await buyers.UpdateAsync(partner, buyer, changes, lease.Token);
        }

        if (role is not null)
        {
            await hierarchies.ChangeRoleAsync(partner.HierarchyId, member.NodePartyNumber, role.Value.ToString(), lease.Token);
        }

        var now = await reader.FindAsync(key, partner.HierarchyId, lease.Token);
        var user = (await reader.UsersAsync(now, lease.Token)).FirstOrDefault(user => user.PartyNumber == member.NodePartyNumber);
        return new UpdatePartnerUserAnswer { HierarchyId = partner.HierarchyId, User = user, Changed = !changes.IsEmpty || role is not null };
    }

    /// <exception cref="ConnectorException">last_administrator.</exception>
    public async Task<RemovePartnerUserAnswer> RemoveAsync(PartnerKey key, string? hierarchyId, string partyNumber, CancellationToken cancel)
    {
        await using var lease = await leases.TakeAsync(cancel, LeaseNames.OfPartner(key));
        var partner = await reader.FindAsync(key, hierarchyId, lease.Token);
        var member = partner.Member(partyNumber);
        if (member is not null)
        {
            var known = await buyers.ListAsync(partner, [.. partner.Members.Select(node => node.NodePartyNumber)], lease.Token);
            ThrowIfLastAdministrator(partner, member, known);
            await hierarchies.RemoveMemberAsync(partner.HierarchyId, member.NodePartyNumber, lease.Token);
        }

        return new RemovePartnerUserAnswer { HierarchyId = partner.HierarchyId, PartyNumber = member?.NodePartyNumber ?? partyNumber, WasMember = member is not null };
    }

    private static AddPartnerUserAnswer Answer(Partner partner, HierarchyNodeRow node, Buyer buyer, PartnerUserOutcome outcome) =>
        new() { HierarchyId = partner.HierarchyId, User = PartnerReader.Say(node, buyer), Outcome = outcome };

    private async Task CheckAsync(Partner partner, HierarchyNodeRow member, BuyerChanges changes, PartnerUserRole? role, Dictionary<string, Buyer> known, CancellationToken cancel)
    {
        if (changes.Email is { } email && await buyers.FindByEmailAsync(partner, email, cancel) is { } holder && !string.Equals(holder.PartyNumber, member.NodePartyNumber, StringComparison.OrdinalIgnoreCase))
        {
            throw ConnectorErrors.EmailInUse(holder.CustomerAccount ?? holder.ContactPersonId ?? holder.PartyNumber);
        }

        if (role == PartnerUserRole.Admin)
        {
            ThrowIfAdministered(partner);
        }

        if (role == PartnerUserRole.User || changes.IsEnabled == false)
        {
            ThrowIfLastAdministrator(partner, member, known);
        }
    }

    private void ThrowIfAdministered(Partner partner)
    {
        if (!buyers.AllowsSeveralAdministrators && partner.Members.Any(node => node.IsAdministrator))
        {
            throw ConnectorErrors.SingleAdministrator(partner.HierarchyId);
        }
    }

    /// <summary>Others count only when they can sign in.</summary>
    private static void ThrowIfLastAdministrator(Partner partner, HierarchyNodeRow member, Dictionary<string, Buyer> known)
    {
        if (member.IsAdministrator && !partner.Members.Any(node =>
            node.IsAdministrator && node.NodePartyNumber != member.NodePartyNumber && known.TryGetValue(node.NodePartyNumber, out var other) && other.IsEnabled))
        {
            throw ConnectorErrors.LastAdministrator(partner.HierarchyId);
        }
    }

    private static async Task<T> WriteOnceAsync<T>(Lease lease, Func<Task<T>> write, Func<Task<T?>> look)
        where T : class
    {
        try
        {
            return await write();
        }
        catch (CommerceException problem) when (problem.Failure == CommerceFailure.Ambiguous)
        {
            lease.KeepFor(Quarantine);
            if (await look() is not { } arrived)
            {
                throw;
            }

            lease.KeepFor(null);
            return arrived;
        }
    }
}
