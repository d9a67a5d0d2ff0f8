using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IrenPortal.Data.Newsroom.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PriceProposals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PriceProposals",
                schema: "newsroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Symbol = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Origin = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Bars = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Actions = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    DecidedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Stamp = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceProposals", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PriceProposals_CreatedAt",
                schema: "newsroom",
                table: "PriceProposals",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PriceProposals_State_Symbol",
                schema: "newsroom",
                table: "PriceProposals",
                columns: new[] { "State", "Symbol" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PriceProposals",
                schema: "newsroom");
        }
    }
}
