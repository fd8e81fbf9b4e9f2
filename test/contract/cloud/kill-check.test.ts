import { type Acknowledged, type Contents, problemsOf } from './crash-writer-check';
import { ACCOUNTS, FIRST_BALANCE, GROUPS, stepOf, WRITERS } from './crash-writer-work';

type Fields = Record<string, unknown>;
type Tables = Record<'accounts' | 'entries' | 'ledger' | 'counters' | 'seats', Fields[]>;

const STEPS = 9;
const acknowledged: Acknowledged = Object.fromEntries(
  WRITERS.map((writer, at) => [writer, { steps: at === 0 ? STEPS : 0, seat: null }]),
);

/** What one writer has left behind after `STEPS` steps and nobody else. */
function sound(): Tables {
  const tables: Tables = { accounts: [], entries: [], ledger: [], counters: [], seats: [] };
  const balances = new Map(ACCOUNTS.map((id) => [id, FIRST_BALANCE]));
  for (let number = 0; number < STEPS; number += 1) {
    const step = stepOf('w0', number);
    if (step.kind === 'insert') tables.entries.push(step.entry);
    if (step.kind === 'count') tables.counters = [{ _id: 'w0', number }];
    if (step.kind !== 'transfer') continue;
    const { from, to, amount } = step.move;
    tables.ledger.push(step.move);
    balances.set(from, Number(balances.get(from)) - amount);
    balances.set(to, Number(balances.get(to)) + amount);
  }
  tables.accounts = [...balances].map(([_id, balance]) => ({ _id, balance }));
  return tables;
}

function problems(change: (tables: Tables) => void, index?: Contents['byGroup']): string[] {
  const tables = sound();
  change(tables);
  const idsOf = (group: number) => tables.entries.filter((e) => e.group === group).map(({ _id }) => _id);
  const byGroup = index ?? new Map(GROUPS.map((group) => [group, idsOf(group)]));
  return problemsOf({ ...tables, byGroup }, acknowledged);
}

test('a sound database has no problem, with or without the step that was not acknowledged', () => {
  expect(problems(() => undefined)).toEqual([]);
  const next = stepOf('w0', STEPS);
  expect(next.kind).toBe('count');
  const counted = (tables: Tables) => {
    tables.counters = [{ _id: 'w0', number: STEPS }];
  };
  expect(problems(counted)).toEqual([]);
});

test.each<[string, (tables: Tables) => void, RegExp]>([
  ['an entry is lost', ({ entries }) => entries.pop(), /^entry w0-7: missing/],
  [
    'an entry is not as it was written',
    ({ entries }) => Object.assign(entries, [{ ...entries[0], text: '' }]),
    /^entry w0-0: not as it was written/,
  ],
  ['an entry nobody wrote', ({ entries }) => entries.push({ _id: 'w1-70', group: 9 }), /^entry w1-70: not/],
  ['a stranger', ({ ledger }) => ledger.push({ _id: 'x' }), /^stranger x/],
  ['a counter is back', ({ counters }) => counters.pop(), /^counter w0: missing/],
  [
    'half a transfer: the move alone',
    ({ accounts }) => Object.assign(accounts[0] ?? {}, { balance: 1 }),
    /^account/,
  ],
  ['half a transfer: the balances alone', ({ ledger }) => ledger.pop(), /^move w0-8: missing/],
  ['a seat nobody was given', ({ seats }) => seats.push({ _id: 'w0', number: 1 }), /^seat w0: not/],
])('%s', (_, change, expected) => {
  expect(problems(change)[0]).toMatch(expected);
});

test('two with one seat, and an index that has lost an entry', () => {
  const twice = ({ seats }: Tables) => seats.push({ _id: 'w2', number: 1 }, { _id: 'w3', number: 1 });
  expect(problems(twice)).toContain('seats taken twice: 1 1');
  expect(problems(() => undefined, new Map())).toContain('index of group 0 disagrees with the documents');
});
