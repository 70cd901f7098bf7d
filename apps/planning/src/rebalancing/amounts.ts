export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

export const atLeastZero = (amount: bigint): bigint => (amount < 0n ? 0n : amount);
