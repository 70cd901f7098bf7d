import { demoDay } from './load-demo';

describe("the demo's day", () => {
  it("is that of its tenant's calendar, at any hour", () => {
    expect(demoDay(new Date('2026-11-25T15:59:59Z'))).toBe('2026-11-25');
    expect(demoDay(new Date('2026-11-25T16:00:00Z'))).toBe('2026-11-26');
  });
});
