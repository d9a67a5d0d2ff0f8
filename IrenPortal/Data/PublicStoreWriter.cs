using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IrenPortal.Data;

/// <summary>Opens the public store for writing. The gate and the migrator are its only users; a structure test holds it.</summary>
public sealed class PublicStoreWriter(DatabaseSettings settings, IServiceProvider services)
{
    /// <summary>A context that may write; the caller disposes it.</summary>
    public PublicDbContext Open() => settings.Provider is DatabaseProvider.Sqlite
        ? new SqlitePublicDbContext(Options<SqlitePublicDbContext>())
        : new PostgresPublicDbContext(Options<PostgresPublicDbContext>());

    private DbContextOptions<TContext> Options<TContext>()
        where TContext : PublicDbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>().UseApplicationServiceProvider(services);
        StoreOptions.PublicWriter(builder, settings);
        builder.AddInterceptors(services.GetServices<IInterceptor>());
        return ((DbContextOptionsBuilder<TContext>)builder).Options;
    }
}
