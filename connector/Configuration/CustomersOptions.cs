namespace B2BConnector.Connector.Configuration;

/// <summary>Who makes customers, and what a buyer is. Section <c>Customers</c>.</summary>
internal sealed class CustomersOptions
{
    public const string Section = "Customers";

    /// <value>The default is OnQualify.</value>
    public CustomerCreation Creation { get; set; } = CustomerCreation.OnQualify;

    /// <value>The default is PersonCustomer.</value>
    public BuyerModel BuyerModel { get; set; } = BuyerModel.PersonCustomer;
}
