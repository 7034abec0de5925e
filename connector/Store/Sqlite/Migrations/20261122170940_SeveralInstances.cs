using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace B2BConnector.Connector.Store.Sqlite.Migrations;

/// <summary>Who sends an event, and how fresh the news is: what several instances tell each other.</summary>
internal sealed partial class SeveralInstances : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>(
            name: "PassBegunAt",
            table: "FeedStates",
            type: "INTEGER",
            nullable: true);

        migrationBuilder.AddColumn<Guid>(
            name: "ClaimedBy",
            table: "Deliveries",
            type: "TEXT",
            nullable: true);

        migrationBuilder.AddColumn<long>(
            name: "ClaimedUntil",
            table: "Deliveries",
            type: "INTEGER",
            nullable: true);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn(
            name: "PassBegunAt",
            table: "FeedStates");

        migrationBuilder.DropColumn(
            name: "ClaimedBy",
            table: "Deliveries");

        migrationBuilder.DropColumn(
            name: "ClaimedUntil",
            table: "Deliveries");
    }
}
