using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Store;

/// <summary>The connector's own tables, the same in every database. Everything about prospects themselves stays in Commerce.</summary>
internal abstract class ConnectorStore(DbContextOptions options) : DbContext(options)
{
    public DbSet<StoreIdentity> Identity => Set<StoreIdentity>();

    public DbSet<SeenProspect> SeenProspects => Set<SeenProspect>();

    public DbSet<FeedState> FeedStates => Set<FeedState>();

    public DbSet<LoggedEvent> Events => Set<LoggedEvent>();

    public DbSet<RecordedDecision> Decisions => Set<RecordedDecision>();

    public DbSet<EnsuredCustomers> Customers => Set<EnsuredCustomers>();

    public DbSet<ApprovalHold> Holds => Set<ApprovalHold>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    public DbSet<IdempotencyRecord> Answers => Set<IdempotencyRecord>();

    public DbSet<UnfinishedAttempt> Attempts => Set<UnfinishedAttempt>();

    public DbSet<EventSubscription> Subscriptions => Set<EventSubscription>();

    public DbSet<EventDelivery> Deliveries => Set<EventDelivery>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        // SQLite compares texts and numbers only; milliseconds since 1970 sort on every provider.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoreIdentity>().ToTable("StoreIdentity").Property(row => row.Id).ValueGeneratedNever();
        modelBuilder.Entity<SeenProspect>(table =>
        {
            table.ToTable("SeenProspects").HasKey(row => new { row.LegalEntity, row.ProspectId });
            table.HasIndex(row => new { row.LegalEntity, row.Status });
        });
        modelBuilder.Entity<FeedState>().ToTable("FeedStates").HasKey(row => row.LegalEntity);
        modelBuilder.Entity<LoggedEvent>(table =>
        {
            table.ToTable("Events").HasKey(row => row.Sequence);
            table.Property(row => row.Sequence).ValueGeneratedOnAdd();
            table.HasIndex(row => row.EventId).IsUnique();
            table.HasIndex(row => new { row.Type, row.Sequence });
        });
        modelBuilder.Entity<RecordedDecision>().ToTable("Decisions").HasKey(row => new { row.LegalEntity, row.ProspectId, row.Status });
        modelBuilder.Entity<EnsuredCustomers>().ToTable("Customers").HasKey(row => new { row.LegalEntity, row.ProspectId });
        modelBuilder.Entity<ApprovalHold>().ToTable("ApprovalHolds").HasKey(row => row.LegalEntity);
        modelBuilder.Entity<LeaseRow>().ToTable("Leases").HasKey(row => row.Name);
        modelBuilder.Entity<IdempotencyRecord>().ToTable("IdempotencyRecords").HasKey(row => row.Id);
        modelBuilder.Entity<UnfinishedAttempt>().ToTable("UnfinishedAttempts").HasKey(row => row.Id);
        modelBuilder.Entity<EventSubscription>(table =>
        {
            table.ToTable("Subscriptions").HasKey(row => row.Id);
            table.Property(row => row.State).HasConversion<string>();
            table.HasIndex(row => row.Destination).IsUnique();
            table.HasIndex(row => row.TokenHash).IsUnique();
        });
        modelBuilder.Entity<EventDelivery>(table =>
        {
            table.ToTable("Deliveries").HasKey(row => new { row.SubscriptionId, row.Sequence });
            table.HasIndex(row => new { row.SubscriptionId, row.LegalEntity, row.ProspectId, row.Sequence });
            table.HasIndex(row => new { row.DeadAt, row.NextAttemptAt });
        });
    }
}
