using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Data.Alerts;

/// <summary>The alerts in a SQLite file.</summary>
public sealed class SqliteAlertsDbContext(DbContextOptions<SqliteAlertsDbContext> options) : AlertsDbContext(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => StoredTypes.Sqlite(conventions);
}

/// <summary>The alerts in a PostgreSQL schema of their own.</summary>
public sealed class PostgresAlertsDbContext(DbContextOptions<PostgresAlertsDbContext> options) : AlertsDbContext(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => StoredTypes.Postgres(conventions);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.HasDefaultSchema(Schema);
        base.OnModelCreating(builder);
    }
}
