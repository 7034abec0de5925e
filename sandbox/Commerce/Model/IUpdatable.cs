using B2BConnector.Commerce.Headquarters;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Model;

/// <summary>A data entity that accepts PATCH.</summary>
internal interface IUpdatable : IEntity
{
    /// <summary>Validates and saves; <paramref name="row"/> is the row as it was.</summary>
    void Update(HeadquartersSession headquarters, JObject row, JObject changes);
}
