using B2BConnector.Commerce.Headquarters;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Model;

/// <summary>A data entity that accepts POST.</summary>
internal interface ICreatable : IEntity
{
    /// <summary>Validates, fills defaults, inserts, and returns the row as kept.</summary>
    JObject Create(HeadquartersSession headquarters, JObject body);
}
