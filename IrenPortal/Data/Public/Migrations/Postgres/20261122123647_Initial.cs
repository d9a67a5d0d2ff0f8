using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IrenPortal.Data.Public.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "public_site");

            migrationBuilder.CreateTable(
                name: "BarRevisions",
                schema: "public_site",
                columns: table => new
                {
                    Symbol = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Date = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Open = table.Column<decimal>(type: "numeric", nullable: true),
                    High = table.Column<decimal>(type: "numeric", nullable: true),
                    Low = table.Column<decimal>(type: "numeric", nullable: true),
                    Close = table.Column<decimal>(type: "numeric", nullable: false),
                    Volume = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BarRevisions", x => new { x.Symbol, x.Date, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "CarriedOutCommands",
                schema: "public_site",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FirstNumber = table.Column<long>(type: "bigint", nullable: false),
                    LastNumber = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CarriedOutCommands", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "CorporateActions",
                schema: "public_site",
                columns: table => new
                {
                    Symbol = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ExDate = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<decimal>(type: "numeric", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CorporateActions", x => new { x.Symbol, x.ExDate, x.Kind, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "CurrentBars",
                schema: "public_site",
                columns: table => new
                {
                    Symbol = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Date = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CurrentBars", x => new { x.Symbol, x.Date });
                });

            migrationBuilder.CreateTable(
                name: "CurrentEditions",
                schema: "public_site",
                columns: table => new
                {
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EditionNumber = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CurrentEditions", x => new { x.Kind, x.Slug });
                });

            migrationBuilder.CreateTable(
                name: "Editions",
                schema: "public_site",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Summary = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Category = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CategoryKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ContractSlug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReleasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommittedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Featured = table.Column<bool>(type: "boolean", nullable: false),
                    SearchKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Markdown = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Html = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Editions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "Files",
                schema: "public_site",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ContentType = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Ledger",
                schema: "public_site",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Previous = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Signature = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ledger", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "LedgerKeys",
                schema: "public_site",
                columns: table => new
                {
                    FromNumber = table.Column<long>(type: "bigint", nullable: false),
                    PublicKeyPem = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerKeys", x => x.FromNumber);
                });

            migrationBuilder.CreateTable(
                name: "EditionTags",
                schema: "public_site",
                columns: table => new
                {
                    EditionNumber = table.Column<long>(type: "bigint", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Tag = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TagKey = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditionTags", x => new { x.EditionNumber, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_EditionTags_Editions_EditionNumber",
                        column: x => x.EditionNumber,
                        principalSchema: "public_site",
                        principalTable: "Editions",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EditionFiles",
                schema: "public_site",
                columns: table => new
                {
                    EditionNumber = table.Column<long>(type: "bigint", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    FileId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Attached = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditionFiles", x => new { x.EditionNumber, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_EditionFiles_Editions_EditionNumber",
                        column: x => x.EditionNumber,
                        principalSchema: "public_site",
                        principalTable: "Editions",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EditionFiles_Files_FileId",
                        column: x => x.FileId,
                        principalSchema: "public_site",
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CurrentEditions_EditionNumber",
                schema: "public_site",
                table: "CurrentEditions",
                column: "EditionNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EditionFiles_FileId",
                schema: "public_site",
                table: "EditionFiles",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_Editions_ContractSlug",
                schema: "public_site",
                table: "Editions",
                column: "ContractSlug");

            migrationBuilder.CreateIndex(
                name: "IX_Editions_Kind_ReleasedAt",
                schema: "public_site",
                table: "Editions",
                columns: new[] { "Kind", "ReleasedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Editions_Kind_Slug_Version",
                schema: "public_site",
                table: "Editions",
                columns: new[] { "Kind", "Slug", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EditionTags_TagKey",
                schema: "public_site",
                table: "EditionTags",
                column: "TagKey");

            migrationBuilder.CreateIndex(
                name: "IX_Files_Name",
                schema: "public_site",
                table: "Files",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Files_Number",
                schema: "public_site",
                table: "Files",
                column: "Number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BarRevisions",
                schema: "public_site");

            migrationBuilder.DropTable(
                name: "CarriedOutCommands",
                schema: "public_site");

            migrationBuilder.DropTable(
                name: "CorporateActions",
                schema: "public_site");

            migrationBuilder.DropTable(
                name: "CurrentBars",
                schema: "public_site");

            migrationBuilder.DropTable(
                name: "CurrentEditions",
                schema: "public_site");

            migrationBuilder.DropTable(
                name: "EditionFiles",
                schema: "public_site");

            migrationBuilder.DropTable(
                name: "EditionTags",
                schema: "public_site");

            migrationBuilder.DropTable(
                name: "Ledger",
                schema: "public_site");

            migrationBuilder.DropTable(
                name: "LedgerKeys",
                schema: "public_site");

            migrationBuilder.DropTable(
                name: "Files",
                schema: "public_site");

            migrationBuilder.DropTable(
                name: "Editions",
                schema: "public_site");
        }
    }
}
