import { readSources } from './sources';

describe('the type of an event', () => {
  const { events } = readSources();
  const typeOf = (owner: string, name: string) =>
    events.find((event) => event.owner === owner && event.name === name)?.typeName;

  it('has the name of the event, and the owner in front where several services publish one of this name', () => {
    expect(typeOf('deal', 'contract-signed')).toBe('ContractSignedV1');
    expect(typeOf('deal', 'step-changed')).toBe('DealStepChangedV1');
    expect(typeOf('customer-success', 'step-changed')).toBe('CustomerSuccessStepChangedV1');
  });

  it('is one of its own', () => {
    expect(new Set(events.map(({ typeName }) => typeName)).size).toBe(events.length);
  });
});
