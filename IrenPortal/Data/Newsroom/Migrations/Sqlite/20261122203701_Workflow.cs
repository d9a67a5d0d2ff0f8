using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IrenPortal.Data.Newsroom.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Workflow : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Reviewer",
                table: "Documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Withdrawn",
                table: "Documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // Released alone has become a state of its own.
            migrationBuilder.Sql("UPDATE \"Documents\" SET \"State\" = 8 WHERE \"State\" = 5 AND \"ReleasedAlone\" = 1;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Reviewer",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "Withdrawn",
                table: "Documents");
        }
    }
}
