using Microsoft.AspNetCore.Authentication.Cookies;

namespace IrenPortal.Identity.SignIn;

/// <summary>Sees the sign-in cookie at staff addresses only: readers' pages answer staff and strangers alike, and go on when the newsroom is gone.</summary>
internal sealed class StaffCookieManager : ICookieManager
{
    private readonly ChunkingCookieManager _inner = new();

    public string? GetRequestCookie(HttpContext context, string key) =>
        StaffAddresses.Owns(context.Request.Path) ? _inner.GetRequestCookie(context, key) : null;

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _inner.AppendResponseCookie(context, key, value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _inner.DeleteCookie(context, key, options);
}
