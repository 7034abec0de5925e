namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>Cuts repairs into batches that keep to so many calls of the connector each.</summary>
internal static class RepairBatches
{
    /// <param name="repairs">The repairs.</param>
    /// <param name="most">Calls of one batch.</param>
    /// <param name="spent">Calls already made in the minute of the first batch.</param>
    public static IReadOnlyList<RepairBatch> Cut(IEnumerable<Repair> repairs, int most, int spent)
    {
        var batches = new List<List<Repair>>();

        // Dear ones first: cheap ones fill what they leave, so that no minute but the last has room.
        var left = repairs.OrderByDescending(repair => repair.ConnectorCalls).ToList();
        for (var room = most - spent; left.Count > 0; room = most)
        {
            var (batch, rest) = Fill(left, room);
            if (batch.Count == 0 && room == most)
            {
                (batch, rest) = ([left[0]], left[1..]); // dearer than a whole minute: it goes alone
            }

            batches.Add(batch);
            left = rest;
        }

        return [.. batches.Select((batch, number) => new RepairBatch { Repairs = batch, IsLast = number == batches.Count - 1 })];
    }

    private static (List<Repair> Batch, List<Repair> Left) Fill(List<Repair> left, int room)
    {
        var (batch, rest) = (new List<Repair>(), new List<Repair>());
        foreach (var repair in left)
        {
            var fits = repair.ConnectorCalls <= room;
            room -= fits ? repair.ConnectorCalls : 0;
            (fits ? batch : rest).Add(repair);
        }

        return (batch, rest);
    }
}
