import { join } from 'node:path';
import { repositoryRoot, usualDataDir } from '../../local/src/settings';
import { tokenCommand } from './token-command';

describe('the line that prints a token', () => {
  it.each([
    ['the usual house', usualDataDir, 'npm run -s token -- --user lin'],
    [
      'a service alone',
      join(usualDataDir, 'only-deal'),
      'FIVEPOINT_DATA=.fivepoint/only-deal npm run -s token -- --user lin',
    ],
    ['a house elsewhere', '/data/house', 'FIVEPOINT_DATA=/data/house npm run -s token -- --user lin'],
    [
      'a folder with a space in its name',
      "/my data/it's",
      `FIVEPOINT_DATA='/my data/it'\\''s' npm run -s token -- --user lin`,
    ],
    [
      'a folder beside the workspace',
      join(repositoryRoot, '..', 'house'),
      `FIVEPOINT_DATA=${join(repositoryRoot, '..', 'house')} npm run -s token -- --user lin`,
    ],
  ])('of %s', (_, folder, line) => {
    expect(tokenCommand(folder)).toBe(line);
  });
});
