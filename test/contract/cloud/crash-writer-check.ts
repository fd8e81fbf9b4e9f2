import { isDeepStrictEqual } from 'node:util';
import { ACCOUNTS, type Entry, FIRST_BALANCE, GROUPS, type Move, stepOf, WRITERS } from './crash-writer-work';

/** How far a writer has come by its acknowledgements: so many steps, and the seat that it then had. */
export interface Progress {
  readonly steps: number;
  readonly seat: number | null;
}

export type Acknowledged = Readonly<Record<string, Progress>>;
export const NOTHING: Progress = { steps: 0, seat: null };

type Fields = Record<string, unknown>;

/** What a database holds, and what its index finds. */
export interface Contents {
  readonly accounts: readonly Fields[];
  readonly entries: readonly Fields[];
  readonly ledger: readonly Fields[];
  readonly counters: readonly Fields[];
  readonly seats: readonly Fields[];
  /** Ids of entries by group, as found by the index. */
  readonly byGroup: ReadonlyMap<number, readonly unknown[]>;
}

/**
 * What is wrong with a database that was killed after these acknowledgements: an acknowledged step is missing, one
 * that nobody took is there, a transaction took effect by half, or an index disagrees with the documents. The step
 * after the last acknowledged one of each writer may have taken effect or not.
 */
export function problemsOf(contents: Contents, acknowledged: Acknowledged): string[] {
  return [
    ...WRITERS.flatMap((writer) => problemsOfWriter(contents, writer, acknowledged[writer] ?? NOTHING)),
    ...[contents.entries, contents.ledger, contents.counters, contents.seats].flatMap(strangers),
    ...balanceProblems(contents, acknowledged),
    ...seatProblems(contents.seats),
    ...indexProblems(contents),
  ];
}

function problemsOfWriter(contents: Contents, writer: string, { steps, seat }: Progress): string[] {
  const [before, after] = expectedAround(writer, steps);
  const own = (list: readonly Fields[]) => list.filter(({ _id }) => writerOf(_id) === writer);
  return [
    ...differences('entry', own(contents.entries), before.entries, after.entries),
    ...differences('move', own(contents.ledger), before.moves, after.moves),
    ...differences('counter', own(contents.counters), before.counter, after.counter),
    ...differences('seat', own(contents.seats), ...seatsAround(writer, steps, seat)),
  ];
}

const writerOf = (id: unknown) => String(id).split('-')[0] ?? '';

/** What a writer alone has left behind after its first `steps`, and after one more. */
function expectedAround(writer: string, steps: number) {
  const entries = new Map<string, Entry>();
  const moves = new Map<string, Move>();
  const counter = new Map<string, Fields>();
  const take = (number: number) => {
    const step = stepOf(writer, number);
    if (step.kind === 'insert') entries.set(step.entry._id, step.entry);
    if (step.kind === 'remove' && step.id) entries.delete(step.id);
    if (step.kind === 'transfer') moves.set(step.move._id, step.move);
    if (step.kind === 'count') counter.set(writer, { _id: writer, number: step.number });
  };
  for (let number = 0; number < steps; number += 1) take(number);
  const before = { entries: new Map(entries), moves: new Map(moves), counter: new Map(counter) };
  take(steps);
  return [before, { entries, moves, counter }] as const;
}

function seatsAround(writer: string, steps: number, seat: number | null) {
  const holding = (number: number | null) =>
    new Map<string, Fields>(number === null ? [] : [[writer, { _id: writer, number }]]);
  const step = stepOf(writer, steps);
  const next = step.kind === 'claim' ? step.seat : step.kind === 'release' ? null : seat;
  return [holding(seat), holding(next)] as const;
}

function differences(
  what: string,
  found: readonly Fields[],
  before: ReadonlyMap<string, Fields>,
  after: ReadonlyMap<string, Fields>,
): string[] {
  const byId = new Map(found.map((document) => [String(document._id), document]));
  const problems: string[] = [];
  for (const id of new Set([...before.keys(), ...after.keys(), ...byId.keys()])) {
    const here = byId.get(id);
    if (isDeepStrictEqual(here, before.get(id)) || isDeepStrictEqual(here, after.get(id))) continue;
    problems.push(`${what} ${id}: ${here ? 'not as it was written or not to be there' : 'missing'}`);
  }
  return problems;
}

/** Documents of no writer that is known. */
function strangers(list: readonly Fields[]): string[] {
  return list.filter(({ _id }) => !WRITERS.includes(writerOf(_id))).map(({ _id }) => `stranger ${_id}`);
}

/** Every balance is what its moves make of it: otherwise a transaction took effect by half. */
function balanceProblems({ accounts, ledger }: Contents, acknowledged: Acknowledged): string[] {
  const isNew = Object.values(acknowledged).every(({ steps }) => steps === 0) && ledger.length === 0;
  if (isNew && accounts.length === 0) return [];
  const due = new Map(ACCOUNTS.map((id) => [id, FIRST_BALANCE]));
  for (const { from, to, amount } of ledger as readonly Move[]) {
    due.set(from, (due.get(from) ?? 0) - amount);
    due.set(to, (due.get(to) ?? 0) + amount);
  }
  const balances = new Map(accounts.map(({ _id, balance }) => [_id, balance]));
  return ACCOUNTS.filter((id) => balances.get(id) !== due.get(id)).map(
    (id) => `account ${id}: ${balances.get(id)} instead of ${due.get(id)}`,
  );
}

function seatProblems(seats: readonly Fields[]): string[] {
  const numbers = seats.map(({ number }) => number);
  return new Set(numbers).size === numbers.length ? [] : [`seats taken twice: ${numbers.join(' ')}`];
}

function indexProblems({ entries, byGroup }: Contents): string[] {
  return GROUPS.filter((group) => {
    const ids = entries.filter((entry) => entry.group === group).map(({ _id }) => _id);
    return !isDeepStrictEqual([...(byGroup.get(group) ?? [])].sort(), ids.sort());
  }).map((group) => `index of group ${group} disagrees with the documents`);
}
