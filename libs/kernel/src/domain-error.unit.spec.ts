import { DomainError, isDomainError } from './domain-error';

class EvidenceMissing extends DomainError {
  readonly code = 'EVIDENCE_MISSING';
  readonly message = 'Attach what is missing, then claim again.';
  constructor(readonly missing: readonly string[]) {
    super();
  }
}

describe('DomainError', () => {
  it('is data that carries what the caller needs', () => {
    const refusal = new EvidenceMissing(['acceptance certificate']);
    expect({ ...refusal }).toEqual({
      code: 'EVIDENCE_MISSING',
      message: 'Attach what is missing, then claim again.',
      missing: ['acceptance certificate'],
    });
  });

  it('is told from results, and from exceptions', () => {
    expect(isDomainError(new EvidenceMissing([]))).toBe(true);
    expect(new EvidenceMissing([])).not.toBeInstanceOf(Error);
    for (const other of [new Error('bug'), { code: 'X', message: 'Y' }, null, undefined])
      expect(isDomainError(other)).toBe(false);
  });
});
