using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace B2BConnector.Connector.Store.Sqlite.Migrations;

/// <summary>Calls that are recorded before they write, so that a crash in between is no second write.</summary>
internal sealed partial class UnfinishedAttempts : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "UnfinishedAttempts",
            columns: table => new
            {
                Id = table.Column<string>(type: "TEXT", nullable: false),
                RequestHash = table.Column<string>(type: "TEXT", nullable: false),
                Token = table.Column<Guid>(type: "TEXT", nullable: false),
                BegunAt = table.Column<long>(type: "INTEGER", nullable: false),
                Known = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_UnfinishedAttempts", x => x.Id);
            });
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "UnfinishedAttempts");
    }
}
