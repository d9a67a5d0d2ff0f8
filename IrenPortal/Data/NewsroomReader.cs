using IrenPortal.Data.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Data;

/// <summary>Opens the newsroom for reading alone, beside the process that writes it: what <c>verify</c> checks the audit with.</summary>
public sealed class NewsroomReader(DatabaseSettings settings, IServiceProvider services)
{
    /// <summary>A context that can't write; the caller disposes it.</summary>
    public NewsroomDbContext Open() => settings.Provider is DatabaseProvider.Sqlite
        ? new SqliteNewsroomDbContext(Options<SqliteNewsroomDbContext>())
        : new PostgresNewsroomDbContext(Options<PostgresNewsroomDbContext>());

    private DbContextOptions<TContext> Options<TContext>()
        where TContext : NewsroomDbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>().UseApplicationServiceProvider(services);
        StoreOptions.NewsroomReader(builder, settings);
        return ((DbContextOptionsBuilder<TContext>)builder).Options;
    }
}
