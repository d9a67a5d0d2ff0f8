using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Data.Public;

/// <summary>The public store in a SQLite file.</summary>
public sealed class SqlitePublicDbContext(DbContextOptions<SqlitePublicDbContext> options) : PublicDbContext(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => StoredTypes.Sqlite(conventions);
}

/// <summary>The public store in a PostgreSQL schema that the readers' role may SELECT from.</summary>
public sealed class PostgresPublicDbContext(DbContextOptions<PostgresPublicDbContext> options) : PublicDbContext(options)
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
