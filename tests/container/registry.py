"""A registry with one empty base image, on loopback, so that an image can be built without a network. Prints its port."""

import gzip, hashlib, http.server, io, json, tarfile

MANIFEST = "application/vnd.docker.distribution.manifest.v2+json"


def digest(content):
    return "sha256:" + hashlib.sha256(content).hexdigest()


def described(content, kind):
    return {"mediaType": f"application/vnd.docker.{kind}", "size": len(content), "digest": digest(content)}


def empty_layer():
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as tar:
        folder = tarfile.TarInfo("tmp")
        folder.type, folder.mode = tarfile.DIRTYPE, 0o1777
        tar.addfile(folder)
    return content.getvalue()


tar = empty_layer()
layer = gzip.compress(tar, mtime=0)
config = json.dumps(
    {
        "architecture": "amd64",
        "os": "linux",
        "config": {"Env": ["PATH=/usr/bin"]},
        "rootfs": {"type": "layers", "diff_ids": [digest(tar)]},
        "history": [],
    }
).encode()
manifest = json.dumps(
    {
        "schemaVersion": 2,
        "mediaType": MANIFEST,
        "config": described(config, "container.image.v1+json"),
        "layers": [described(layer, "image.rootfs.diff.tar.gzip")],
    }
).encode()
blobs = {digest(blob): blob for blob in (layer, config)}


class Registry(http.server.BaseHTTPRequestHandler):
    def answer(self):
        last = self.path.rsplit("/", 1)[-1]
        content = manifest if "/manifests/" in self.path else blobs.get(last, b"{}" if last == "" else None)
        self.send_response(404 if content is None else 200)
        self.send_header("Content-Type", MANIFEST if content is manifest else "application/octet-stream")
        self.send_header("Docker-Content-Digest", digest(content or b""))
        self.send_header("Content-Length", str(len(content or b"")))
        self.end_headers()
        return content or b""

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.wfile.write(self.answer())

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Registry)
print(server.server_port, flush=True)
server.serve_forever()
