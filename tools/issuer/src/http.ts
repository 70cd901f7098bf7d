import express, { type Express, type RequestHandler } from 'express';
import { type LocalIssuer, UnknownUser } from './issuer';

/** The issuer as a process of its own: keys for the services, users and tokens for the explorer's picker. Loopback only. */
export function issuerApp(issuer: LocalIssuer): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(neighboursOnly);
  app.get('/.well-known/jwks.json', (_request, response) => void response.json(issuer.keySet));
  app.get('/healthz', (_request, response) => void response.send('alive'));
  app.get('/users', (_request, response) => {
    response.json(issuer.users().map(({ name, title, roles }) => ({ name, title, roles })));
  });
  app.get('/token', async (request, response) => {
    try {
      response.json({ token: await issuer.token(String(request.query['user'] ?? '')) });
    } catch (error) {
      if (!(error instanceof UnknownUser)) throw error;
      response.status(404).json({ message: error.message });
    }
  });
  return app;
}

/**
 * Programs of this machine or of its container network ask under a name without a dot, or by a loopback address. A page of another site whose
 * name was made to point here sends that name in Host: it gets nothing.
 */
const neighboursOnly: RequestHandler = (request, response, next) => {
  const host = (request.get('host') ?? '').replace(/:\d+$/, '');
  if (['127.0.0.1', '[::1]'].includes(host) || /^[a-z0-9-]+$/i.test(host)) next();
  else
    response.status(403).json({ message: 'demo tokens are for programs of this machine: ask under http://localhost' });
};
