import fc from 'fast-check';
import { logarithm, normalQuantile } from './normal';

const near = (value: number, expected: number, relative: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(Math.abs(expected) * relative);

describe('the quantiles of the normal distribution', () => {
  // From Python's statistics.NormalDist.
  it.each([
    [1e-300, -37.0470962993612],
    [1e-20, -9.262340089798405],
    [1e-10, -6.361340902404056],
    [1e-5, -4.2648907939228256],
    [0.01, -2.3263478740408408],
    [0.075, -1.4395314709384557],
    [0.0751, -1.4388253927525398],
    [0.3, -0.5244005127080407],
    [0.5, 0],
    [0.9, 1.2815515655446008],
    [0.999999, 4.753424308817089],
  ])('has %d below %d', (p, x) => {
    near(normalQuantile(p), x, 1e-12);
  });

  /** Φ(x) by Simpson's rule over the density. */
  function chanceBelow(x: number): number {
    const steps = 2000;
    const density = (at: number) => Math.exp((-at * at) / 2) / Math.sqrt(2 * Math.PI);
    let sum = density(0) + density(x);
    for (let step = 1; step < steps; step++) sum += density((x * step) / steps) * (step % 2 === 0 ? 2 : 4);
    return 0.5 + (sum * x) / steps / 3;
  }

  it('are those of the density', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) => {
        expect(Math.abs(chanceBelow(normalQuantile(p)) - p)).toBeLessThan(1e-12);
      }),
    );
  });

  it('knows the logarithm as the machine does', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1, noNaN: true }), (x) => {
        expect(Math.abs(logarithm(x) - Math.log(x))).toBeLessThanOrEqual(1e-15 + Math.abs(Math.log(x)) * 1e-14);
      }),
    );
  });
});
