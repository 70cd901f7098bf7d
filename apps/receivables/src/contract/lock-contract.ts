import { type Command, InputProblem, InvalidInput, NotFound } from '@fivepoint/service';
import { type BilledContract, ContractAccount } from './contract-account';

/**
 * The contract's record, locked before anything of the contract changes: what a contract owes is decided by one command at a time.
 * NotFound when there is none that the caller may see; InvalidInput when it names no account (recorded history), for then nobody can be billed.
 */
export async function lockContract(
  command: Command,
  contractId: string,
  path = 'contractId',
): Promise<BilledContract | NotFound | InvalidInput> {
  const contract = await command.lock(ContractAccount, contractId);
  if (!(contract instanceof ContractAccount)) return new NotFound('Contract', contractId);
  if (contract.accountId === null)
    return new InvalidInput([
      new InputProblem(path, 'this recorded contract names no account; there is nobody to bill'),
    ]);
  return contract as BilledContract;
}
