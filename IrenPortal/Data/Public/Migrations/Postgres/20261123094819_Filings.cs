using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IrenPortal.Data.Public.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Filings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Filings",
                schema: "public_site",
                columns: table => new
                {
                    Cik = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AccessionNumber = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Form = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FiledOn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReportedOn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AcceptedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Items = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Size = table.Column<long>(type: "bigint", nullable: true),
                    HasXbrl = table.Column<bool>(type: "boolean", nullable: false),
                    HasInlineXbrl = table.Column<bool>(type: "boolean", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Description = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Filings", x => new { x.Cik, x.AccessionNumber, x.Number });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Filings",
                schema: "public_site");
        }
    }
}
