// Healthy is what answers its readiness with 200: `node healthcheck.mjs [url]`, by default /readyz of the port this container listens on.
const url = process.argv[2] ?? `http://127.0.0.1:${process.env.PORT}/readyz`;
try {
  const response = await fetch(url, { signal: AbortSignal.timeout(4_000) });
  if (response.ok) process.exit(0);
  console.error(`${url} answered ${response.status}: ${await response.text()}`);
} catch (error) {
  console.error(`${url} did not answer: ${error.cause?.message ?? error.message}`);
}
process.exit(1);
