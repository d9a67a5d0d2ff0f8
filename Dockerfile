# syntax=docker/dockerfile:1
# Build: docker build -t iren-portal .    Run: docker run -p 8080:8080 -v iren-data:/data -v iren-keys:/keys iren-portal
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends nodejs npm \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig .npmrc package.json package-lock.json ./
COPY build/ build/
COPY IrenPortal/IrenPortal.csproj IrenPortal/packages.lock.json IrenPortal/
RUN dotnet restore IrenPortal/IrenPortal.csproj --locked-mode
COPY wwwroot-content/ wwwroot-content/
COPY IrenPortal/ IrenPortal/
RUN dotnet publish IrenPortal/IrenPortal.csproj -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
RUN mkdir /data /keys && chown $APP_UID /data /keys && chmod 700 /data /keys
USER $APP_UID
ENV ASPNETCORE_URLS=http://+:8080 \
    Portal__DataDirectory=/data \
    Portal__KeyDirectory=/keys
VOLUME ["/data", "/keys"]
EXPOSE 8080
# Runtime images carry no curl: the portal asks itself.
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s CMD ["dotnet", "IrenPortal.dll", "health", "http://localhost:8080"]
ENTRYPOINT ["dotnet", "IrenPortal.dll"]
