using IrenPortal.Data;

namespace IrenPortal.Gate;

/// <summary>Puts the gate into the container of a process that releases.</summary>
public static class GateRegistration
{
    /// <summary>Registers the gate, its clock and the ledger's key.</summary>
    public static IServiceCollection AddGate(this IServiceCollection services, DatabaseSettings settings, string keyDirectory)
    {
        services.AddSingleton(_ => LedgerSigner.Open(keyDirectory));
        if (settings.Provider is DatabaseProvider.Postgres)
        {
            services.AddSingleton<IGateClock, DatabaseGateClock>();
        }
        else
        {
            services.AddSingleton<IGateClock, MachineGateClock>();
        }

        return services.AddSingleton<TrustedClock>().AddSingleton<PublicGate>();
    }
}
