using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace B2BConnector.Connector.Store.Sqlite.Migrations;

/// <summary>All tables of the first version.</summary>
internal sealed partial class Initial : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "ApprovalHolds",
            columns: table => new
            {
                LegalEntity = table.Column<string>(type: "TEXT", nullable: false),
                ProspectId = table.Column<string>(type: "TEXT", nullable: false),
                Since = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ApprovalHolds", x => x.LegalEntity);
            });

        migrationBuilder.CreateTable(
            name: "Customers",
            columns: table => new
            {
                LegalEntity = table.Column<string>(type: "TEXT", nullable: false),
                ProspectId = table.Column<string>(type: "TEXT", nullable: false),
                OrganizationAccount = table.Column<string>(type: "TEXT", nullable: true),
                OrganizationParty = table.Column<string>(type: "TEXT", nullable: true),
                PersonAccount = table.Column<string>(type: "TEXT", nullable: true),
                ContactPersonId = table.Column<string>(type: "TEXT", nullable: true),
                PersonParty = table.Column<string>(type: "TEXT", nullable: true),
                At = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Customers", x => new { x.LegalEntity, x.ProspectId });
            });

        migrationBuilder.CreateTable(
            name: "Decisions",
            columns: table => new
            {
                LegalEntity = table.Column<string>(type: "TEXT", nullable: false),
                ProspectId = table.Column<string>(type: "TEXT", nullable: false),
                Status = table.Column<string>(type: "TEXT", nullable: false),
                IntendedAt = table.Column<long>(type: "INTEGER", nullable: false),
                DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                Reason = table.Column<string>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Decisions", x => new { x.LegalEntity, x.ProspectId, x.Status });
            });

        migrationBuilder.CreateTable(
            name: "Events",
            columns: table => new
            {
                Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                EventId = table.Column<Guid>(type: "TEXT", nullable: false),
                Type = table.Column<string>(type: "TEXT", nullable: false),
                OccurredAt = table.Column<long>(type: "INTEGER", nullable: false),
                LegalEntity = table.Column<string>(type: "TEXT", nullable: false),
                ProspectId = table.Column<string>(type: "TEXT", nullable: false),
                Status = table.Column<string>(type: "TEXT", nullable: false),
                DecisionSource = table.Column<string>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Events", x => x.Sequence);
            });

        migrationBuilder.CreateTable(
            name: "FeedStates",
            columns: table => new
            {
                LegalEntity = table.Column<string>(type: "TEXT", nullable: false),
                FirstPassAt = table.Column<long>(type: "INTEGER", nullable: true),
                FullPassAt = table.Column<long>(type: "INTEGER", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_FeedStates", x => x.LegalEntity);
            });

        migrationBuilder.CreateTable(
            name: "IdempotencyRecords",
            columns: table => new
            {
                Id = table.Column<string>(type: "TEXT", nullable: false),
                RequestHash = table.Column<string>(type: "TEXT", nullable: false),
                Status = table.Column<int>(type: "INTEGER", nullable: false),
                Body = table.Column<string>(type: "TEXT", nullable: false),
                At = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_IdempotencyRecords", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Leases",
            columns: table => new
            {
                Name = table.Column<string>(type: "TEXT", nullable: false),
                Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Leases", x => x.Name);
            });

        migrationBuilder.CreateTable(
            name: "SeenProspects",
            columns: table => new
            {
                LegalEntity = table.Column<string>(type: "TEXT", nullable: false),
                ProspectId = table.Column<string>(type: "TEXT", nullable: false),
                Status = table.Column<string>(type: "TEXT", nullable: false),
                ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                MissingSince = table.Column<long>(type: "INTEGER", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_SeenProspects", x => new { x.LegalEntity, x.ProspectId });
            });

        migrationBuilder.CreateTable(
            name: "StoreIdentity",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false),
                StoreId = table.Column<Guid>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_StoreIdentity", x => x.Id);
            });

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
    }
}
