using B2BConnector.Commerce.Headquarters;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Model;

/// <summary>A data entity that accepts DELETE.</summary>
internal interface IDeletable : IEntity
{
    void Delete(HeadquartersSession headquarters, JObject row);
}
