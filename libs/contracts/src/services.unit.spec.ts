import { serviceNames, sourceOf, topicOf } from './services';

describe('the five services', () => {
  it('stand in the order of the lifecycle, each with a topic and a source of its own', () => {
    expect(serviceNames).toEqual(['planning', 'acquisition', 'deal', 'receivables', 'customer-success']);
    expect(serviceNames.map(topicOf)).toEqual(serviceNames.map((name) => `fivepoint.${name}`));
    expect(serviceNames.map(sourceOf)).toEqual(serviceNames.map((name) => `/fivepoint/${name}`));
  });
});
