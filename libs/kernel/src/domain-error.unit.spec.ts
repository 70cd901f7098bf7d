import { DomainError } from './domain-error';

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

  it('is no exception', () => {
    expect(new EvidenceMissing([])).toBeInstanceOf(DomainError);
    expect(new EvidenceMissing([])).not.toBeInstanceOf(Error);
  });
});
