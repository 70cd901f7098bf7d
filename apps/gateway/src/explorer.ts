import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import { parse, print } from 'graphql';
import type { DemoUsers } from './explorer/demo-users';

const ours = (file: string) => join(__dirname, 'explorer', file);
/** The files lie beside the package's own description: React 18 does not export its browser builds by name. */
const of = (name: string, file: string) => join(dirname(require.resolve(`${name}/package.json`)), file);

/** What the page loads, all of it from here: the explorer works without the internet. */
const files: Readonly<Record<string, () => string>> = {
  'explorer.js': () => ours('explorer.js'),
  'explorer.css': () => ours('explorer.css'),
  'welcome.graphql': () => ours('welcome.graphql'),
  'react.js': () => of('react', 'umd/react.production.min.js'),
  'react-dom.js': () => of('react-dom', 'umd/react-dom.production.min.js'),
  'graphiql.js': () => of('graphiql', 'graphiql.min.js'),
  'graphiql.css': () => of('graphiql', 'graphiql.min.css'),
};

/** Scripts and requests of this origin only. Styles may be inline, for the editor sets them so; its fonts lie within its stylesheet. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** One service that runs without the others: its own graph, another query to open with. */
export interface Alone {
  service: string;
  welcome: string;
}

/**
 * The query explorer: for browsers at /graphql, with a picker of demo users where an issuer has some.
 * @param alone whose graph it is; by default the one of all five services
 */
export function explorer(demo: DemoUsers | null, alone?: Alone): Router {
  const page = readFileSync(ours('page.html'), 'utf8')
    .replace('{{demo}}', String(demo !== null))
    .replaceAll('{{alone}}', alone?.service ?? '');
  const router = Router();
  router.get('/', (_request, response) => response.redirect('/graphql'));
  router.get('/graphql', (request, response, next) => {
    const asksForAPage =
      request.accepts(['application/json', 'application/graphql-response+json', 'text/html']) === 'text/html';
    if (!asksForAPage) return next();
    response.set('content-security-policy', policy).type('html').send(page);
  });
  if (alone)
    router.get('/explorer/welcome.graphql', (_request, response) =>
      response.type('text/plain').send(print(parse(alone.welcome))),
    );
  for (const [name, path] of Object.entries(files))
    router.get(`/explorer/${name}`, (_request, response) =>
      response.set('cache-control', 'no-cache').sendFile(path(), { etag: true }),
    );
  if (demo) {
    router.use('/demo', thisMachineOnly);
    router.get('/demo/users', async (_request, response) => void response.json(await demo.users()));
    router.get('/demo/token', async (request, response) => {
      const name = String(request.query['user'] ?? '');
      const token = await demo.token(name);
      if (token === null) response.status(404).json({ message: 'there is no demo user of that name' });
      else response.json({ token });
    });
  }
  return router;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A page of another site must not get a token, even one whose name was made to point at this machine: its requests carry that name in
 * Host. Browsers say themselves when a request comes from elsewhere.
 */
const thisMachineOnly: RequestHandler = (request, response, next) => {
  const host = (request.get('host') ?? '').replace(/:\d+$/, '');
  const from = request.get('sec-fetch-site') ?? 'none';
  if (loopback.has(host) && ['none', 'same-origin'].includes(from)) next();
  else response.status(403).json({ message: 'demo tokens are for pages of this machine: open http://localhost' });
};
