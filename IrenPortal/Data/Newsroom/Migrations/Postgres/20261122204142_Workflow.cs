using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IrenPortal.Data.Newsroom.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Workflow : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Reviewer",
                schema: "newsroom",
                table: "Documents",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "Withdrawn",
                schema: "newsroom",
                table: "Documents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // Released alone has become a state of its own.
            migrationBuilder.Sql("UPDATE newsroom.\"Documents\" SET \"State\" = 8 WHERE \"State\" = 5 AND \"ReleasedAlone\";");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Reviewer",
                schema: "newsroom",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "Withdrawn",
                schema: "newsroom",
                table: "Documents");
        }
    }
}
