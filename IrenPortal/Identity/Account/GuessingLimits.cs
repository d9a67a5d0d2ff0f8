using IrenPortal.Identity.Passwords;
using IrenPortal.Identity.SignIn;

namespace IrenPortal.Identity.Account;

/// <summary>Stands before every post that hashes a password or tries a secret: so many from one address, and one hash at a time.</summary>
internal sealed class GuessingLimits(SignInThrottle throttle, HashingQueue queue, AccountAnswers answers) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!throttle.Admits(http.Connection.RemoteIpAddress))
        {
            return await answers.TooManyAsync(http, 60);
        }

        using var turn = await queue.TryEnterAsync(http.RequestAborted);
        return turn is null ? await answers.TooManyAsync(http, 5) : await next(context);
    }
}
