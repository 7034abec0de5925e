using B2BConnector.Commerce.Headquarters;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Model;

/// <summary>A data entity that can be read. One class in Entities/ each, found by scan.</summary>
internal interface IEntity
{
    EntityType Type { get; }
}

/// <summary>A data entity that accepts POST.</summary>
internal interface ICreatable : IEntity
{
    /// <summary>Validates, fills defaults, inserts, and returns the row as kept.</summary>
    JObject Create(HeadquartersSession headquarters, JObject body);
}

/// <summary>A data entity that accepts PATCH.</summary>
internal interface IUpdatable : IEntity
{
    /// <summary>Validates and saves; <paramref name="row"/> is the row as it was.</summary>
    void Update(HeadquartersSession headquarters, JObject row, JObject changes);
}

/// <summary>A data entity that accepts DELETE.</summary>
internal interface IDeletable : IEntity
{
    void Delete(HeadquartersSession headquarters, JObject row);
}
