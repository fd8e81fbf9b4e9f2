import { CloudError } from '../cloud-error';
import { newId } from './document';
import { Transaction } from './transaction';

/** The transactions that have neither ended nor exceeded their 30 s. Each belongs to the call that began it. */
export class OpenTransactions {
  private readonly byId = new Map<string, Transaction>();

  begin(startVersion: number, owner: string): Transaction {
    const transaction = new Transaction(newId(), startVersion, owner);
    this.byId.set(transaction.id, transaction);
    return transaction;
  }

  /** @throws CloudError DATABASE_TRANSACTION_FAIL if it is unknown, another call's, ended or older than 30 s */
  get(id: string, owner: string): Transaction {
    const found = this.all().find((open) => open.id === id && open.owner === owner);
    if (!found)
      throw new CloudError(
        'DATABASE_TRANSACTION_FAIL',
        '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server.',
      );
    return found;
  }

  end({ id }: Transaction): void {
    this.byId.delete(id);
  }

  all(): Transaction[] {
    for (const open of this.byId.values()) if (open.isOver) this.end(open);
    return [...this.byId.values()];
  }

  of(owner: string): Transaction[] {
    return this.all().filter((open) => open.owner === owner);
  }

  /** The version that the longest of them reads; undefined if none is open. */
  oldestStart(): number | undefined {
    const starts = this.all().map(({ startVersion }) => startVersion);
    return starts.length > 0 ? Math.min(...starts) : undefined;
  }
}

export function conflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  );
}
