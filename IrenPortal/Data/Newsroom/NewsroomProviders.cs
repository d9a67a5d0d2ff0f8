using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Data.Newsroom;

/// <summary>The newsroom in a SQLite file.</summary>
public sealed class SqliteNewsroomDbContext(DbContextOptions<SqliteNewsroomDbContext> options) : NewsroomDbContext(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => StoredTypes.Sqlite(conventions);
}

/// <summary>The newsroom in a PostgreSQL schema of its own.</summary>
public sealed class PostgresNewsroomDbContext(DbContextOptions<PostgresNewsroomDbContext> options) : NewsroomDbContext(options)
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
