namespace B2BConnector.Commerce.Model;

/// <summary>A data entity that can be read. One class in Entities/ each, found by scan.</summary>
internal interface IEntity
{
    EntityType Type { get; }
}
