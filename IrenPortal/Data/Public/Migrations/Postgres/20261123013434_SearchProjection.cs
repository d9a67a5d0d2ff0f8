using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IrenPortal.Data.Public.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SearchProjection : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SearchEntries",
                schema: "public_site",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Headline = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Summary = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "SearchWords",
                schema: "public_site",
                columns: table => new
                {
                    Word = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Documents = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchWords", x => x.Word);
                });

            // No part of the model: which terms stand in which field of which edition. Long vectors go out of line, since a search reads the numbers alone.
            migrationBuilder.Sql(
                """
                CREATE TABLE public_site."SearchIndex" (
                    "Number" bigint NOT NULL CONSTRAINT "PK_SearchIndex" PRIMARY KEY,
                    "Headline" tsvector NOT NULL,
                    "Lead" tsvector NOT NULL,
                    "Everything" tsvector NOT NULL
                ) WITH (toast_tuple_target = 128)
                """);
            foreach (var field in new[] { "Headline", "Lead", "Everything" })
            {
                // With statistics the planner would read the whole table for a common word and unpack every vector of it.
                migrationBuilder.Sql($"ALTER TABLE public_site.\"SearchIndex\" ALTER COLUMN \"{field}\" SET STATISTICS 0");
                migrationBuilder.Sql($"CREATE INDEX \"IX_SearchIndex_{field}\" ON public_site.\"SearchIndex\" USING gin (\"{field}\") WITH (fastupdate = off)");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE public_site.\"SearchIndex\"");
            migrationBuilder.DropTable(
                name: "SearchEntries",
                schema: "public_site");

            migrationBuilder.DropTable(
                name: "SearchWords",
                schema: "public_site");
        }
    }
}
