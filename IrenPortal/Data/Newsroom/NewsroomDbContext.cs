using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Data.Newsroom;

/// <summary>The private side: staff, drafts, approvals, audit. No reader's process opens it.</summary>
public abstract class NewsroomDbContext(DbContextOptions options) : IdentityDbContext<PortalUser>(options)
{
    /// <summary>The schema on PostgreSQL.</summary>
    public const string Schema = "newsroom";

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<PasskeyUse> PasskeyUses => Set<PasskeyUse>();

    public DbSet<NewsroomDocument> Documents => Set<NewsroomDocument>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<DraftFile> DraftFiles => Set<DraftFile>();

    public DbSet<DocumentInsider> DocumentInsiders => Set<DocumentInsider>();

    public DbSet<Approval> Approvals => Set<Approval>();

    public DbSet<PassageComment> Comments => Set<PassageComment>();

    public DbSet<CommentResolution> CommentResolutions => Set<CommentResolution>();

    public DbSet<PendingRelease> PendingReleases => Set<PendingRelease>();

    public DbSet<PriceProposal> PriceProposals => Set<PriceProposal>();

    public DbSet<ItemOpening> ItemOpenings => Set<ItemOpening>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Openings that have their audit entry: a save that failed and is tried again adds no second one.</summary>
    internal HashSet<ItemOpening> RecordedOpenings { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Tables whose rows never change; triggers guard them on both databases.</summary>
    public static IReadOnlyList<Type> ImmutableRows { get; } =
        [typeof(Revision), typeof(PassageComment), typeof(CommentResolution), typeof(Approval), typeof(ItemOpening), typeof(AuditEntry)];

    /// <summary>Saves, with the audit's chain extended in the same transaction; without a transaction of the caller's in one of its own.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!ChangeTracker.HasChanges())
        {
            return 0;
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await AuditChain.ExtendAsync(this, cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <summary>Isn't offered: the chain is extended by <see cref="SaveChangesAsync(bool, CancellationToken)"/>.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Save the newsroom asynchronously.");

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
        builder.Entity<StaffSession>(e =>
        {
            e.HasKey(x => x.Id);
            e.HasIndex(x => x.TokenHash).IsUnique();
            e.HasOne<PortalUser>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<RecoveryCode>(e =>
        {
            e.HasKey(x => x.Id);
            e.HasIndex(x => new { x.UserId, x.Hash }).IsUnique();
            e.HasOne<PortalUser>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<PasskeyUse>(e =>
        {
            e.HasKey(x => x.CredentialHash);
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
        builder.Entity<DocumentInsider>(e =>
        {
            e.HasKey(x => new { x.DocumentId, x.UserId });
            e.HasOne<NewsroomDocument>().WithMany().HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<PortalUser>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Approval>(e =>
        {
            e.HasKey(x => x.Id);
            e.HasOne<NewsroomDocument>().WithMany().HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<PassageComment>(e =>
        {
            e.HasKey(x => x.Id);
            e.HasIndex(x => x.DocumentId);
            e.HasOne<NewsroomDocument>().WithMany().HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<PassageComment>().WithMany().HasForeignKey(x => x.ThreadId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<CommentResolution>(e =>
        {
            e.HasKey(x => new { x.ThreadId, x.Number });
            e.HasOne<PassageComment>().WithMany().HasForeignKey(x => x.ThreadId).OnDelete(DeleteBehavior.Restrict);
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
        builder.Entity<AuditEntry>(e =>
        {
            e.HasKey(x => x.Number);
            e.HasIndex(x => new { x.Subject, x.Number });
        });
    }
}
