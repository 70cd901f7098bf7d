import fc from 'fast-check';
import { exponential, logarithm, normalCdf, normalQuantile } from './normal';

const near = (value: number, expected: number, relative: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(Math.abs(expected) * relative);

describe('the normal distribution', () => {
  // From Python's erfc and statistics.NormalDist.
  it.each([
    [-37, 5.725571222525139e-300],
    [-10, 7.619853024160593e-24],
    [-5, 2.866515718791946e-7],
    [-3.0001, 0.001349454913260717],
    [-2.9999, 0.0013503412829549248],
    [-1, 0.15865525393145707],
    [-0.1, 0.460172162722971],
    [0, 0.5],
    [0.3, 0.6179114221889526],
    [2, 0.9772498680518208],
    [5, 0.9999997133484281],
    [-40, 0],
    [40, 1],
  ])('is at most %d with a chance of %d', (x, chance) => {
    near(normalCdf(x), chance, 1e-12);
  });

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
  ])('has its quantile of %d at %d', (p, x) => {
    near(normalQuantile(p), x, 1e-12);
  });

  it('finds its way back', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-14);
      }),
    );
  });

  it('knows e and its logarithm as the machine does', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 0, noNaN: true }), (x) => {
        near(exponential(x), Math.exp(x), 1e-13);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1, noNaN: true }), (x) => {
        expect(Math.abs(logarithm(x) - Math.log(x))).toBeLessThanOrEqual(1e-15 + Math.abs(Math.log(x)) * 1e-14);
      }),
    );
    expect(exponential(-800)).toBe(0);
    expect(exponential(-1e9)).toBe(0);
  });
});
