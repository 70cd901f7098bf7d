import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface SentSpans {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: { traceId: string; name: string }[] }[];
  }[];
}

export interface Collector {
  endpoint: string;
  /** Which services have told of each trace. */
  servicesByTrace(): Map<string, Set<string>>;
  close(): Promise<void>;
}

/** An OpenTelemetry collector as far as a spec needs one: it keeps what it is sent. */
export async function startCollector(): Promise<Collector> {
  const traces = new Map<string, Set<string>>();
  const keep = ({ resourceSpans }: SentSpans) => {
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
      for (const { traceId } of scopeSpans.flatMap(({ spans }) => spans))
        traces.set(traceId, (traces.get(traceId) ?? new Set()).add(service));
    }
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.url === '/v1/traces') keep(JSON.parse(Buffer.concat(parts).toString()) as SentSpans);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    servicesByTrace: () => traces,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
