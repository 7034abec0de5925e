using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace B2BConnector.Connector.Store.Sqlite.Migrations;

/// <summary>Who wants events delivered, and events on their way.</summary>
internal sealed partial class Webhooks : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Deliveries",
            columns: table => new
            {
                SubscriptionId = table.Column<Guid>(type: "TEXT", nullable: false),
                Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                LegalEntity = table.Column<string>(type: "TEXT", nullable: false),
                ProspectId = table.Column<string>(type: "TEXT", nullable: false),
                Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: false),
                LastAttemptAt = table.Column<long>(type: "INTEGER", nullable: true),
                LastOutcome = table.Column<string>(type: "TEXT", nullable: true),
                DeadAt = table.Column<long>(type: "INTEGER", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Deliveries", x => new { x.SubscriptionId, x.Sequence });
            });

        migrationBuilder.CreateTable(
            name: "Subscriptions",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                Type = table.Column<string>(type: "TEXT", nullable: false),
                LegalEntity = table.Column<string>(type: "TEXT", nullable: true),
                Source = table.Column<string>(type: "TEXT", nullable: false),
                Owner = table.Column<string>(type: "TEXT", nullable: false),
                Host = table.Column<string>(type: "TEXT", nullable: false),
                Destination = table.Column<string>(type: "TEXT", nullable: true),
                KeyId = table.Column<string>(type: "TEXT", nullable: false),
                Callback = table.Column<string>(type: "TEXT", nullable: false),
                TokenHash = table.Column<string>(type: "TEXT", nullable: false),
                State = table.Column<string>(type: "TEXT", nullable: false),
                Reason = table.Column<string>(type: "TEXT", nullable: true),
                ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                Cursor = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Subscriptions", x => x.Id);
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
        migrationBuilder.DropTable(name: "Deliveries");
        migrationBuilder.DropTable(name: "Subscriptions");
    }
}
