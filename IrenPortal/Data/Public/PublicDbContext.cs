using IrenPortal.Data.Public.Search;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Data.Public;

/// <summary>
/// Everything that anyone may see, and nothing else. In the container it is read-only; only the gate builds a writing one.
/// </summary>
public abstract class PublicDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The schema on PostgreSQL.</summary>
    public const string Schema = "public_site";

    public DbSet<Edition> Editions => Set<Edition>();

    public DbSet<EditionTag> EditionTags => Set<EditionTag>();

    public DbSet<EditionFile> EditionFiles => Set<EditionFile>();

    public DbSet<CurrentEdition> CurrentEditions => Set<CurrentEdition>();

    public DbSet<PublicFile> Files => Set<PublicFile>();

    public DbSet<BarRevision> BarRevisions => Set<BarRevision>();

    public DbSet<CurrentBar> CurrentBars => Set<CurrentBar>();

    public DbSet<CorporateActionRevision> CorporateActions => Set<CorporateActionRevision>();

    public DbSet<FilingRevision> Filings => Set<FilingRevision>();

    public DbSet<EditionTiming> Timings => Set<EditionTiming>();

    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    public DbSet<LedgerKey> LedgerKeys => Set<LedgerKey>();

    public DbSet<CarriedOutCommand> CarriedOutCommands => Set<CarriedOutCommand>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    /// <summary>Tables whose rows never change; triggers guard them on both databases.</summary>
    public static IReadOnlyList<Type> ImmutableRows { get; } =
    [
        typeof(Edition), typeof(EditionTag), typeof(EditionFile), typeof(PublicFile), typeof(BarRevision),
        typeof(CorporateActionRevision), typeof(FilingRevision), typeof(EditionTiming), typeof(LedgerEntry), typeof(LedgerKey), typeof(CarriedOutCommand),
    ];

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Edition>(e =>
        {
            e.HasKey(x => x.Number);
            e.Property(x => x.Number).ValueGeneratedNever();
            e.HasIndex(x => new { x.Kind, x.Slug, x.Version }).IsUnique();
            e.HasIndex(x => new { x.Kind, x.ReleasedAt });
            e.HasIndex(x => x.ContractSlug);
        });
        builder.Entity<EditionTag>(e =>
        {
            e.HasKey(x => new { x.EditionNumber, x.Ordinal });
            e.HasOne<Edition>().WithMany().HasForeignKey(x => x.EditionNumber).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(x => x.TagKey);
        });
        builder.Entity<EditionFile>(e =>
        {
            e.HasKey(x => new { x.EditionNumber, x.Ordinal });
            e.HasOne<Edition>().WithMany().HasForeignKey(x => x.EditionNumber).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<PublicFile>().WithMany().HasForeignKey(x => x.FileId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<CurrentEdition>(e =>
        {
            e.HasKey(x => new { x.Kind, x.Slug });
            e.HasIndex(x => x.EditionNumber).IsUnique();
        });
        builder.Entity<PublicFile>(e =>
        {
            e.HasKey(x => x.Id);
            e.HasIndex(x => x.Name).IsUnique();
            e.HasIndex(x => x.Number).IsUnique();
        });
        builder.Entity<BarRevision>().HasKey(x => new { x.Symbol, x.Date, x.Number });
        builder.Entity<CurrentBar>().HasKey(x => new { x.Symbol, x.Date });
        builder.Entity<CorporateActionRevision>().HasKey(x => new { x.Symbol, x.ExDate, x.Kind, x.Number });
        builder.Entity<FilingRevision>().HasKey(x => new { x.Cik, x.AccessionNumber, x.Number });
        builder.Entity<EditionTiming>(e =>
        {
            e.HasKey(x => x.EditionNumber);
            e.Property(x => x.EditionNumber).ValueGeneratedNever();
            e.HasOne<Edition>().WithMany().HasForeignKey(x => x.EditionNumber).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<LedgerEntry>(e =>
        {
            e.HasKey(x => x.Number);
            e.Property(x => x.Number).ValueGeneratedNever();
        });
        builder.Entity<LedgerKey>(e =>
        {
            e.HasKey(x => x.FromNumber);
            e.Property(x => x.FromNumber).ValueGeneratedNever();
        });
        builder.Entity<CarriedOutCommand>().HasKey(x => x.Key);
        builder.Entity<SearchEntry>(e =>
        {
            e.HasKey(x => x.Number);
            e.Property(x => x.Number).ValueGeneratedNever();
        });
        builder.Entity<SearchWord>().HasKey(x => x.Word);
    }
}
