using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Store.PostgreSql;
using B2BConnector.Connector.Store.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Store;

/// <summary>Registers the store. Which database holds it is known when the configuration is complete, not before.</summary>
internal static class StoreServices
{
    public static void AddStore(this IServiceCollection services)
    {
        services.AddSingleton<StoreFile>();
        services.AddPooledDbContextFactory<SqliteStore>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<StoreFile>().ConnectionString)
            .AddInterceptors([new SqliteConnections(provider.GetRequiredService<StoreFile>()), .. provider.GetServices<IInterceptor>()]));
        services.AddPooledDbContextFactory<PostgreSqlStore>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString)
            .AddInterceptors(provider.GetServices<IInterceptor>()));
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<PostgreSqlDatabase>();
        services.AddSingleton<IStoreDatabase>(provider => provider.GetRequiredService<IOptions<StorageOptions>>().Value.IsPostgreSql
            ? provider.GetRequiredService<PostgreSqlDatabase>()
            : provider.GetRequiredService<SqliteDatabase>());
        services.AddSingleton<IDbContextFactory<ConnectorStore>, StoreFactory>();
        services.AddSingleton<LeaseStore>();
        services.AddHostedService<StoreStartup>();
    }
}
