import { GraphUser, HouseSilent } from './graph-user';

const patienceMs = 3_000;

/** A restart in the middle is waited for, a house that was never started is not. RangeError says what to do. */
export async function requireHouse(url: string, token: () => Promise<string>): Promise<void> {
  try {
    await new GraphUser(url, token, patienceMs).ask('{ __typename }');
  } catch (error) {
    if (!(error instanceof HouseSilent)) throw error;
    throw new RangeError(`no house answers at ${url}; start one with npm start, or name another with PORT or --url`);
  }
}
