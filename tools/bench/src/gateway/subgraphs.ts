import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { services } from './graph';

/** Every service of the benchmark on one port, `/<name>`: it reads the request and answers at once. Tells its port to who started it. */
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const answer = services[String(request.url).slice(1)]?.answer ?? '{}';
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.once('disconnect', () => process.exit());
