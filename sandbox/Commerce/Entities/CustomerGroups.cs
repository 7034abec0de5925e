using B2BConnector.Commerce.Model;

namespace B2BConnector.Commerce.Entities;

/// <summary>Customer groups, reference data.</summary>
internal sealed class CustomerGroups : IEntity
{
    public static readonly EntityType Definition = new("CustomerGroup", "CustomerGroups", "dataAreaId CustomerGroupId", """
        dataAreaId String 4 readonly
        CustomerGroupId String 10 readonly
        Description String 60
        PaymentTermId String 10
        TaxGroupId String 10
        IsSalesTaxIncludedInPrice NoYes
        """,
        "CustCustomerGroupEntity");

    public EntityType Type => Definition;
}
