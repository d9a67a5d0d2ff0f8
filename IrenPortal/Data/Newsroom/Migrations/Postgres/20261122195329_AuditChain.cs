using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IrenPortal.Data.Newsroom.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AuditChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Hash",
                schema: "newsroom",
                table: "AuditEntries",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Previous",
                schema: "newsroom",
                table: "AuditEntries",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Subject_Number",
                schema: "newsroom",
                table: "AuditEntries",
                columns: new[] { "Subject", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Subject_Number",
                schema: "newsroom",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "Hash",
                schema: "newsroom",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "Previous",
                schema: "newsroom",
                table: "AuditEntries");
        }
    }
}
