using IrenPortal.Alerts.Delivering;
using IrenPortal.Alerts.Mails;
using IrenPortal.Alerts.Subscribing;
using IrenPortal.Hosting;

namespace IrenPortal.Alerts;

/// <summary>E-mail alerts, in the process that has the newsroom: their services and their addresses.</summary>
public static class AlertsRegistration
{
    private const string FolderName = "mail";

    /// <summary>Registers them; the worker runs only where a host is started.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services, PortalSettings settings)
    {
        services.AddSingleton(sp => MailSettings.From(sp.GetRequiredService<IConfiguration>()));
        services.AddSingleton(sp => AlertSettings.From(sp.GetRequiredService<IConfiguration>()));
        services.AddSingleton(_ => AlertLinks.Open(settings.KeyDirectory));
        services.AddSingleton<IMailTransport>(sp => sp.GetRequiredService<MailSettings>() is { Transport: MailTransport.Smtp } mail
            ? new SmtpTransport(mail)
            : new FolderTransport(Path.Combine(settings.DataDirectory, FolderName)));
        services.AddSingleton<Subscriptions>();
        services.AddSingleton<AlertsPages>();
        services.AddSingleton<AlertsThrottle>();
        services.AddSingleton<AlertLetters>();
        services.AddSingleton<MailWriter>();
        services.AddSingleton<PublicNews>();
        services.AddSingleton<FanOut>();
        services.AddSingleton<Digests>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<LetterDesk>();
        services.AddSingleton<Sender>();
        services.AddSingleton<BounceFolder>();
        services.AddSingleton<Retention>();
        return services.AddHostedService<AlertWorker>();
    }

    /// <summary>Maps the forms and links. A readers' process has none of them.</summary>
    public static void MapAlerts(this WebApplication app) => app.MapGroup("").WithMetadata(RouteAudience.Public).MapAlertForms();
}
