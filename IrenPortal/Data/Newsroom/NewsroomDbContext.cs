using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Data.Newsroom;

/// <summary>The private side: staff, drafts, approvals, audit. No reader's process opens it.</summary>
public abstract class NewsroomDbContext(DbContextOptions options) : IdentityDbContext<PortalUser>(options)
{
    /// <summary>The schema on PostgreSQL.</summary>
    public const string Schema = "newsroom";

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<NewsroomDocument> Documents => Set<NewsroomDocument>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<DraftFile> DraftFiles => Set<DraftFile>();

    public DbSet<Approval> Approvals => Set<Approval>();

    public DbSet<PendingRelease> PendingReleases => Set<PendingRelease>();

    public DbSet<PriceProposal> PriceProposals => Set<PriceProposal>();

    public DbSet<ItemOpening> ItemOpenings => Set<ItemOpening>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Tables whose rows never change; triggers guard them on both databases.</summary>
    public static IReadOnlyList<Type> ImmutableRows { get; } =
        [typeof(Revision), typeof(Approval), typeof(ItemOpening), typeof(AuditEntry)];

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<OneTimeLink>(e =>
        {
            e.HasKey(x => x.Id);
            e.HasIndex(x => x.TokenHash).IsUnique();
            e.HasOne<PortalUser>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<NewsroomDocument>(e =>
        {
            e.HasKey(x => x.Id);
            e.HasIndex(x => new { x.Kind, x.SlugHash });
            e.HasIndex(x => new { x.State, x.ReleaseAt });
            e.Property(x => x.Stamp).IsConcurrencyToken();
        });
        builder.Entity<Revision>(e =>
        {
            e.HasKey(x => new { x.DocumentId, x.Number });
            e.HasOne<NewsroomDocument>().WithMany().HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<DraftFile>(e =>
        {
            e.HasKey(x => x.Id);
            e.HasOne<NewsroomDocument>().WithMany().HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Approval>(e =>
        {
            e.HasKey(x => x.Id);
            e.HasOne<NewsroomDocument>().WithMany().HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<PendingRelease>().HasKey(x => x.Key);
        builder.Entity<PriceProposal>(e =>
        {
            e.HasKey(x => x.Id);
            e.HasIndex(x => new { x.State, x.Symbol });
            e.HasIndex(x => x.CreatedAt);
            e.Property(x => x.Stamp).IsConcurrencyToken();
        });
        builder.Entity<ItemOpening>(e =>
        {
            e.HasKey(x => x.Number);
            e.HasIndex(x => x.DocumentId);
        });
        builder.Entity<AuditEntry>().HasKey(x => x.Number);
    }
}
