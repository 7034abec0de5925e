using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace B2BConnector.Connector.Store.PostgreSql.Migrations;

/// <summary>All tables.</summary>
internal sealed partial class Initial : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "ApprovalHolds",
            columns: table => new
            {
                LegalEntity = table.Column<string>(type: "text", nullable: false),
                ProspectId = table.Column<string>(type: "text", nullable: false),
                Since = table.Column<long>(type: "bigint", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ApprovalHolds", x => x.LegalEntity);
            });

        migrationBuilder.CreateTable(
            name: "Customers",
            columns: table => new
            {
                LegalEntity = table.Column<string>(type: "text", nullable: false),
                ProspectId = table.Column<string>(type: "text", nullable: false),
                OrganizationAccount = table.Column<string>(type: "text", nullable: true),
                OrganizationParty = table.Column<string>(type: "text", nullable: true),
                PersonAccount = table.Column<string>(type: "text", nullable: true),
                ContactPersonId = table.Column<string>(type: "text", nullable: true),
                PersonParty = table.Column<string>(type: "text", nullable: true),
                At = table.Column<long>(type: "bigint", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Customers", x => new { x.LegalEntity, x.ProspectId });
            });

        migrationBuilder.CreateTable(
            name: "Decisions",
            columns: table => new
            {
                LegalEntity = table.Column<string>(type: "text", nullable: false),
                ProspectId = table.Column<string>(type: "text", nullable: false),
                Status = table.Column<string>(type: "text", nullable: false),
                IntendedAt = table.Column<long>(type: "bigint", nullable: false),
                DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                Reason = table.Column<string>(type: "text", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Decisions", x => new { x.LegalEntity, x.ProspectId, x.Status });
            });

        migrationBuilder.CreateTable(
            name: "Deliveries",
            columns: table => new
            {
                SubscriptionId = table.Column<Guid>(type: "uuid", nullable: false),
                Sequence = table.Column<long>(type: "bigint", nullable: false),
                LegalEntity = table.Column<string>(type: "text", nullable: false),
                ProspectId = table.Column<string>(type: "text", nullable: false),
                Attempts = table.Column<int>(type: "integer", nullable: false),
                NextAttemptAt = table.Column<long>(type: "bigint", nullable: false),
                LastAttemptAt = table.Column<long>(type: "bigint", nullable: true),
                LastOutcome = table.Column<string>(type: "text", nullable: true),
                DeadAt = table.Column<long>(type: "bigint", nullable: true),
                ClaimedBy = table.Column<Guid>(type: "uuid", nullable: true),
                ClaimedUntil = table.Column<long>(type: "bigint", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Deliveries", x => new { x.SubscriptionId, x.Sequence });
            });

        migrationBuilder.CreateTable(
            name: "Events",
            columns: table => new
            {
                Sequence = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                EventId = table.Column<Guid>(type: "uuid", nullable: false),
                Type = table.Column<string>(type: "text", nullable: false),
                OccurredAt = table.Column<long>(type: "bigint", nullable: false),
                LegalEntity = table.Column<string>(type: "text", nullable: false),
                ProspectId = table.Column<string>(type: "text", nullable: false),
                Status = table.Column<string>(type: "text", nullable: false),
                DecisionSource = table.Column<string>(type: "text", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Events", x => x.Sequence);
            });

        migrationBuilder.CreateTable(
            name: "FeedStates",
            columns: table => new
            {
                LegalEntity = table.Column<string>(type: "text", nullable: false),
                FirstPassAt = table.Column<long>(type: "bigint", nullable: true),
                FullPassAt = table.Column<long>(type: "bigint", nullable: true),
                PassBegunAt = table.Column<long>(type: "bigint", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_FeedStates", x => x.LegalEntity);
            });

        migrationBuilder.CreateTable(
            name: "IdempotencyRecords",
            columns: table => new
            {
                Id = table.Column<string>(type: "text", nullable: false),
                RequestHash = table.Column<string>(type: "text", nullable: false),
                Status = table.Column<int>(type: "integer", nullable: false),
                Body = table.Column<string>(type: "text", nullable: false),
                At = table.Column<long>(type: "bigint", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_IdempotencyRecords", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Leases",
            columns: table => new
            {
                Name = table.Column<string>(type: "text", nullable: false),
                Owner = table.Column<Guid>(type: "uuid", nullable: false),
                ExpiresAt = table.Column<long>(type: "bigint", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Leases", x => x.Name);
            });

        migrationBuilder.CreateTable(
            name: "SeenProspects",
            columns: table => new
            {
                LegalEntity = table.Column<string>(type: "text", nullable: false),
                ProspectId = table.Column<string>(type: "text", nullable: false),
                Status = table.Column<string>(type: "text", nullable: false),
                ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                MissingSince = table.Column<long>(type: "bigint", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_SeenProspects", x => new { x.LegalEntity, x.ProspectId });
            });

        migrationBuilder.CreateTable(
            name: "StoreIdentity",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false),
                StoreId = table.Column<Guid>(type: "uuid", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_StoreIdentity", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Subscriptions",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "uuid", nullable: false),
                Type = table.Column<string>(type: "text", nullable: false),
                LegalEntity = table.Column<string>(type: "text", nullable: true),
                Source = table.Column<string>(type: "text", nullable: false),
                Owner = table.Column<string>(type: "text", nullable: false),
                Host = table.Column<string>(type: "text", nullable: false),
                Destination = table.Column<string>(type: "text", nullable: true),
                KeyId = table.Column<string>(type: "text", nullable: false),
                Callback = table.Column<string>(type: "text", nullable: false),
                TokenHash = table.Column<string>(type: "text", nullable: false),
                State = table.Column<string>(type: "text", nullable: false),
                Reason = table.Column<string>(type: "text", nullable: true),
                ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                Cursor = table.Column<long>(type: "bigint", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Subscriptions", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "UnfinishedAttempts",
            columns: table => new
            {
                Id = table.Column<string>(type: "text", nullable: false),
                RequestHash = table.Column<string>(type: "text", nullable: false),
                Token = table.Column<Guid>(type: "uuid", nullable: false),
                BegunAt = table.Column<long>(type: "bigint", nullable: false),
                Known = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_UnfinishedAttempts", x => x.Id);
            });

        migrationBuilder.CreateIndex(
            name: "IX_Deliveries_DeadAt_NextAttemptAt",
            table: "Deliveries",
            columns: new[] { "DeadAt", "NextAttemptAt" });

        migrationBuilder.CreateIndex(
            name: "IX_Deliveries_SubscriptionId_LegalEntity_ProspectId_Sequence",
            table: "Deliveries",
            columns: new[] { "SubscriptionId", "LegalEntity", "ProspectId", "Sequence" });

        migrationBuilder.CreateIndex(
            name: "IX_Events_EventId",
            table: "Events",
            column: "EventId",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Events_Type_Sequence",
            table: "Events",
            columns: new[] { "Type", "Sequence" });

        migrationBuilder.CreateIndex(
            name: "IX_SeenProspects_LegalEntity_Status",
            table: "SeenProspects",
            columns: new[] { "LegalEntity", "Status" });

        migrationBuilder.CreateIndex(
            name: "IX_Subscriptions_Destination",
            table: "Subscriptions",
            column: "Destination",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Subscriptions_TokenHash",
            table: "Subscriptions",
            column: "TokenHash",
            unique: true);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "ApprovalHolds");

        migrationBuilder.DropTable(
            name: "Customers");

        migrationBuilder.DropTable(
            name: "Decisions");

        migrationBuilder.DropTable(
            name: "Deliveries");

        migrationBuilder.DropTable(
            name: "Events");

        migrationBuilder.DropTable(
            name: "FeedStates");

        migrationBuilder.DropTable(
            name: "IdempotencyRecords");

        migrationBuilder.DropTable(
            name: "Leases");

        migrationBuilder.DropTable(
            name: "SeenProspects");

        migrationBuilder.DropTable(
            name: "StoreIdentity");

        migrationBuilder.DropTable(
            name: "Subscriptions");

        migrationBuilder.DropTable(
            name: "UnfinishedAttempts");
    }
}
