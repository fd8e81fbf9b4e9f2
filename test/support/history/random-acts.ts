import { randomChoice, randomFraction, randomInteger } from '../../../local/demo/random';
import type { Act, Answer, Row } from './model';

export const IDS = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5'];
export const GROUPS = ['x', 'y', 'z'];

/** How often each act is chosen. A few documents for many clients: hardly an operation is alone. */
const WEIGHTS: Readonly<Record<Act['kind'], number>> = {
  get: 22,
  find: 12,
  atLeast: 4,
  count: 5,
  add: 9,
  set: 8,
  increment: 14,
  swap: 12,
  move: 3,
  remove: 6,
};
const KINDS = (Object.keys(WEIGHTS) as Act['kind'][]).flatMap((kind) =>
  Array.from({ length: WEIGHTS[kind] }, () => kind),
);
/** The SDK sends no `where` but a reading one inside a transaction. */
const KINDS_INSIDE = KINDS.filter((kind) => !['move', 'swap', 'count'].includes(kind));

/** What one client does, by chance that is the same for the same seed. It acts on versions that it has seen. */
export class RandomActs {
  private dice = 0;
  private marks = 0;
  private readonly seen = new Map<string, string>();

  constructor(
    private readonly seed: number,
    private readonly client: number,
  ) {}

  chance(): number {
    this.dice += 1;
    return randomFraction(this.seed, this.client, this.dice);
  }

  between(low: number, high: number): number {
    this.dice += 1;
    return randomInteger(low, high, this.seed, this.client, this.dice);
  }

  next(isInside: boolean): Act {
    const kind = this.pick(isInside ? KINDS_INSIDE : KINDS);
    const id = this.pick(IDS);
    const expected = this.seen.get(id) ?? 'never seen';
    switch (kind) {
      case 'get':
        return { kind, id };
      case 'find':
      case 'count':
        return { kind, group: this.pick(GROUPS) };
      case 'atLeast':
        return { kind, n: this.between(0, 12) };
      case 'add':
      case 'set':
        return { kind, row: this.row(id) };
      case 'increment':
        return { kind, id, by: this.mark() };
      case 'swap':
        return { kind, id, expected, group: this.pick(GROUPS), by: this.mark() };
      case 'move':
        return { kind, from: this.pick(GROUPS), to: this.pick(GROUPS), by: this.mark() };
      case 'remove':
        // A transaction that removes what it has just written leaves no mark to know its commit by.
        return isInside && expected.startsWith(`${this.client}.`)
          ? { kind: 'get', id }
          : { kind, id, expected };
    }
  }

  notice(answer: Answer): void {
    if (answer === null || typeof answer !== 'object') return;
    const rows: readonly Row[] = Array.isArray(answer) ? answer : [answer as Row];
    for (const { _id, by } of rows) this.seen.set(_id, by);
  }

  private row(id: string): Row {
    return { _id: id, group: this.pick(GROUPS), n: this.between(0, 9), by: this.mark() };
  }

  private mark(): string {
    this.marks += 1;
    return `${this.client}.${this.marks}`;
  }

  private pick<Choice>(choices: readonly Choice[]): Choice {
    this.dice += 1;
    return randomChoice(choices, this.seed, this.client, this.dice);
  }
}
