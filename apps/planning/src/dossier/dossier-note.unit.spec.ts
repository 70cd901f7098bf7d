import { latestOfEachTopic } from './dossier-note';

describe('what holds of each topic of a dossier', () => {
  it('is its last note, and nothing where there is none, in the order of the topics', () => {
    const note = (topic: 'BUDGET' | 'DECIDERS' | 'BUYING_WAY', text: string) => ({ topic, text });
    const notes = [
      note('DECIDERS', 'old'),
      note('BUDGET', 'October'),
      note('DECIDERS', 'new'),
      note('BUYING_WAY', 'tender'),
    ];
    expect(latestOfEachTopic(notes).map(({ text }) => text)).toEqual(['tender', 'October', 'new']);
    expect(latestOfEachTopic([])).toEqual([]);
  });
});
