using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IrenPortal.Data.Public.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchProjection : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SearchEntries",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Headline = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "SearchWords",
                columns: table => new
                {
                    Word = table.Column<string>(type: "TEXT", nullable: false),
                    Documents = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchWords", x => x.Word);
                });

            // No part of the model: which terms stand in which field of which edition, and the same read back for verify.
            migrationBuilder.Sql(
                "CREATE VIRTUAL TABLE \"SearchIndex\" USING fts5(\"Headline\", \"Lead\", \"Everything\", content='', contentless_delete=1, detail=column, tokenize='ascii')");
            migrationBuilder.Sql("CREATE VIRTUAL TABLE \"SearchIndexTerms\" USING fts5vocab('SearchIndex', 'instance')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE \"SearchIndexTerms\"");
            migrationBuilder.Sql("DROP TABLE \"SearchIndex\"");
            migrationBuilder.DropTable(
                name: "SearchEntries");

            migrationBuilder.DropTable(
                name: "SearchWords");
        }
    }
}
