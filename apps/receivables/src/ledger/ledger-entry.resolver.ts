import { GraphContext } from '@fivepoint/service';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Instalment } from '../instalment/instalment';
import { Receipt } from '../receipt/receipt';
import { LedgerEntry } from './ledger-entry';

@Resolver(() => LedgerEntry)
export class LedgerEntryResolver {
  @FieldResolver(() => Receipt, { nullable: true, description: 'The receipt whose money it is about (到账单).' })
  receipt(@Ctx() context: GraphContext, @Root() entry: LedgerEntry): Promise<Receipt | null> {
    return context.reads.one(Receipt, entry.receiptId);
  }

  @FieldResolver(() => Instalment, {
    nullable: true,
    description: 'The instalment it paid; of allocations only (分期款).',
  })
  async instalment(@Ctx() context: GraphContext, @Root() entry: LedgerEntry): Promise<Instalment | null> {
    return entry.instalmentId === null ? null : context.reads.one(Instalment, entry.instalmentId);
  }
}
