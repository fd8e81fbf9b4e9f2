/**
 * Who waits for an instance, in turns of the callers: on the platform other instances would serve the others, so that
 * nobody here waits behind all the calls that one person has made.
 */
export class FairQueue<Item> {
  private readonly byCaller = new Map<string, Item[]>();

  push(caller: string, item: Item): void {
    const own = this.byCaller.get(caller);
    if (own) own.push(item);
    else this.byCaller.set(caller, [item]);
  }

  /** The first one of the caller whose turn it is, of those who may have one; undefined if none of them waits. */
  shift(mayHave: (caller: string) => boolean = () => true): Item | undefined {
    const turn = [...this.byCaller].find(([caller]) => mayHave(caller));
    if (!turn) return undefined;
    const [caller, own] = turn;
    const first = own.shift();
    // Whoever waits with more than one is the last one to have another turn.
    this.byCaller.delete(caller);
    if (own.length > 0) this.byCaller.set(caller, own);
    return first;
  }

  /** Everybody who waits; nobody does afterwards. */
  drain(): Item[] {
    const all = [...this.byCaller.values()].flat();
    this.byCaller.clear();
    return all;
  }
}
