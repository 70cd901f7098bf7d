import express, { type Express } from 'express';
import { type LocalIssuer, UnknownUser } from './issuer';

/** The issuer as a process of its own: keys for the services, users and tokens for the explorer's picker. Loopback only. */
export function issuerApp(issuer: LocalIssuer): Express {
  const app = express();
  app.disable('x-powered-by');
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
