using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

Console.WriteLine("Design-time host of dotnet ef: see docs/migrations.md.");

/// <summary>Opens no database: the model and the provider are all that a migration is made from.</summary>
internal static class DesignTime
{
    public static TContext Create<TContext>(DatabaseProvider provider)
        where TContext : DbContext
    {
        var settings = provider is DatabaseProvider.Sqlite
            ? new DatabaseSettings(provider, "Data Source=newsroom.db", "Data Source=public.db")
            : new DatabaseSettings(provider, "Host=localhost;Username=owner", "Host=localhost;Username=reader");
        var services = new ServiceCollection().AddLogging().AddPublicStore(settings).AddNewsroomStore(settings);
        return services.BuildServiceProvider().GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext();
    }
}

internal sealed class SqlitePublicFactory : IDesignTimeDbContextFactory<SqlitePublicDbContext>
{
    public SqlitePublicDbContext CreateDbContext(string[] args) => DesignTime.Create<SqlitePublicDbContext>(DatabaseProvider.Sqlite);
}

internal sealed class PostgresPublicFactory : IDesignTimeDbContextFactory<PostgresPublicDbContext>
{
    public PostgresPublicDbContext CreateDbContext(string[] args) => DesignTime.Create<PostgresPublicDbContext>(DatabaseProvider.Postgres);
}

internal sealed class SqliteNewsroomFactory : IDesignTimeDbContextFactory<SqliteNewsroomDbContext>
{
    public SqliteNewsroomDbContext CreateDbContext(string[] args) => DesignTime.Create<SqliteNewsroomDbContext>(DatabaseProvider.Sqlite);
}

internal sealed class PostgresNewsroomFactory : IDesignTimeDbContextFactory<PostgresNewsroomDbContext>
{
    public PostgresNewsroomDbContext CreateDbContext(string[] args) => DesignTime.Create<PostgresNewsroomDbContext>(DatabaseProvider.Postgres);
}

internal sealed class SqliteAlertsFactory : IDesignTimeDbContextFactory<SqliteAlertsDbContext>
{
    public SqliteAlertsDbContext CreateDbContext(string[] args) => DesignTime.Create<SqliteAlertsDbContext>(DatabaseProvider.Sqlite);
}

internal sealed class PostgresAlertsFactory : IDesignTimeDbContextFactory<PostgresAlertsDbContext>
{
    public PostgresAlertsDbContext CreateDbContext(string[] args) => DesignTime.Create<PostgresAlertsDbContext>(DatabaseProvider.Postgres);
}
