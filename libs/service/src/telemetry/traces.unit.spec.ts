import { openSpan } from './traces';

describe('a span without a collector', () => {
  it('carries a given trace on as it is, and begins none', () => {
    const parent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    expect(openSpan('graphql', 'server', parent, {}).traceparent).toBe(parent);
    expect(openSpan('graphql', 'server', undefined, {}).traceparent).toBeUndefined();
  });

  it.each(['x'.repeat(600), '', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7', 'hunter2\u0000'])(
    'carries on nothing that is no trace: %j',
    (parent) => expect(openSpan('graphql', 'server', parent, {}).traceparent).toBeUndefined(),
  );
});
