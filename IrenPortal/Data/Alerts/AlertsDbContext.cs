using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Data.Alerts;

/// <summary>Who gets mail and which mail is under way: apart from both stores, and out of reach of every reader's role.</summary>
public abstract class AlertsDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The schema on PostgreSQL.</summary>
    public const string Schema = "alerts";

    public DbSet<Subscriber> Subscribers => Set<Subscriber>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<AlertsProgress> Progress => Set<AlertsProgress>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Subscriber>(e =>
        {
            e.HasKey(x => x.Id);
            e.HasIndex(x => x.AddressKey).IsUnique();
            e.HasIndex(x => new { x.State, x.AskedAt });
        });
        builder.Entity<Delivery>(e =>
        {
            e.HasKey(x => x.Id);
            e.HasOne<Subscriber>().WithMany().HasForeignKey(x => x.SubscriberId).OnDelete(DeleteBehavior.Cascade);
            e.HasIndex(x => new { x.SubscriberId, x.Kind, x.Reference }).IsUnique();
            e.HasIndex(x => new { x.State, x.Kind, x.DueAt });
            e.HasIndex(x => new { x.Kind, x.Reference });
        });
        builder.Entity<AlertsProgress>(e =>
        {
            e.HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
    }
}
