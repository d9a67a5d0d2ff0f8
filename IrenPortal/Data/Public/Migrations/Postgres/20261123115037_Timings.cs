using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IrenPortal.Data.Public.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Timings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Timings",
                schema: "public_site",
                columns: table => new
                {
                    EditionNumber = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    FirstReadAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Mails = table.Column<int>(type: "integer", nullable: false),
                    FirstMailAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastMailAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Timings", x => x.EditionNumber);
                    table.ForeignKey(
                        name: "FK_Timings_Editions_EditionNumber",
                        column: x => x.EditionNumber,
                        principalSchema: "public_site",
                        principalTable: "Editions",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Timings",
                schema: "public_site");
        }
    }
}
