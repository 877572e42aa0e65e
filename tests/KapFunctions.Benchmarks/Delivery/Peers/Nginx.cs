using System.Globalization;

namespace KapFunctions.Benchmarks.Delivery.Peers;

/// <summary>nginx with one worker that serves one folder, without a log.</summary>
internal static class Nginx
{
    public static ServerProcess Start(string folder) =>
        ServerProcess.Start(
            "nginx",
            "nginx",
            port =>
            {
                // Started by root, its worker is somebody else, who must be able to read here.
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
                }

                var configuration = Path.Combine(folder, "nginx.conf");
                File.WriteAllText(configuration, Configuration(folder, port));
                return ["-p", folder, "-c", configuration, "-e", Path.Combine(folder, "errors")];
            }
        );

    private static string Configuration(string folder, int port) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            daemon off;
            worker_processes 1;
            pid {{folder}}/nginx.pid;
            events { worker_connections 1024; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              default_type text/html;
              client_body_temp_path {{folder}}/nginx-body;
              proxy_temp_path {{folder}}/nginx-proxy;
              fastcgi_temp_path {{folder}}/nginx-fastcgi;
              uwsgi_temp_path {{folder}}/nginx-uwsgi;
              scgi_temp_path {{folder}}/nginx-scgi;
              server { listen 127.0.0.1:{{port}}; root {{folder}}; }
            }
            """
        );
}
