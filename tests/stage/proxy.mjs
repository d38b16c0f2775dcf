import http from 'node:http';
import net from 'node:net';

/**
 * The only way out of the browsers: an HTTP proxy on loopback that leads every tunnel to the local HTTPS server,
 * whatever name was asked for. So nothing leaves the machine, and the server sees, by host and path, what was tried.
 * @param {number} serverPort
 * @param {(tried: { host: string, url: string, headers: import('node:http').IncomingHttpHeaders }) => void} onPlain
 *   told of plain HTTP requests and of tunnels to other ports than 443; both are refused here
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function startProxy(serverPort, onPlain) {
  /** @type {Set<import('node:stream').Duplex>} */
  const open = new Set();
  const proxy = http.createServer((request, response) => {
    const url = request.url ?? '';
    onPlain({ host: URL.canParse(url) ? new URL(url).host : '', url, headers: request.headers });
    response.writeHead(403).end('refused by the stage');
  });
  proxy.on('connect', (request, client) => {
    client.on('error', () => client.destroy());
    if (!request.url?.endsWith(':443')) {
      onPlain({ host: request.url ?? '', url: request.url ?? '', headers: request.headers });
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = net.connect(serverPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('close', () => {
        open.delete(socket);
        upstream.destroy();
        client.destroy();
      });
    }
    upstream.on('error', () => client.destroy());
  });
  await new Promise((resolve) => {
    proxy.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  return {
    port: /** @type {net.AddressInfo} */ (proxy.address()).port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        proxy.closeAllConnections();
        proxy.close(() => resolve());
      }),
  };
}
