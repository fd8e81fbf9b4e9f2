import fc from 'fast-check';
import {
  type Choice,
  choose,
  nameOf,
  nextPlan,
  type Plan,
  planOf,
  randomPlans,
  scheduleOf,
} from '../../../support/schedules';
import { type Touch, touchEachOther } from '../../../support/touching';

/** Calls as lists of requests to a small database; a call does another request if it read something. */
type Program = readonly (readonly Touch[])[];

/** What a schedule leaves behind: what each call has seen, and every write in its order. */
function outcomeOf(program: Program, schedule: readonly number[]): string {
  const at = program.map(() => 0);
  const seen = program.map((): string[] => []);
  const stored: Record<string, string> = {};
  for (const call of schedule) {
    const { action, collection = '' } = program[call]?.[at[call] ?? 0] ?? { action: '', collection: '' };
    if (action === READ) seen[call]?.push(stored[collection] ?? '');
    else stored[collection] = `${stored[collection] ?? ''}${call}${at[call]}(${seen[call]?.join('/')})`;
    at[call] = (at[call] ?? 0) + 1;
  }
  return JSON.stringify([seen, Object.entries(stored).sort()]);
}

function runPlan(program: Program, plan: Plan): { schedule: number[]; choices: Choice[] } {
  const at = program.map(() => 0);
  const schedule: number[] = [];
  const choices: Choice[] = [];
  for (let isNew = true; ; ) {
    const heads = program.flatMap((requests, call) => {
      const next = requests[at[call] ?? 0];
      return next ? [[call, next] as const] : [];
    });
    const [first] = heads;
    if (!first) return { schedule, choices };
    const choice = isNew ? choose(new Map(heads), plan, choices) : undefined;
    if (choice) choices.push(choice);
    else isNew = false;
    const taken = choice?.taken ?? first[0];
    at[taken] = (at[taken] ?? 0) + 1;
    schedule.push(taken);
  }
}

function exploreAll(program: Program): string[] {
  const outcomes: string[] = [];
  for (let plan: Plan | undefined = planOf([]); plan; ) {
    const { schedule, choices } = runPlan(program, plan);
    outcomes.push(outcomeOf(program, schedule));
    plan = nextPlan(choices);
  }
  return outcomes;
}

/** Every interleaving, by the plainest means. */
function* interleavings(left: readonly number[]): Generator<number[]> {
  if (left.every((count) => count === 0)) yield [];
  for (const [call, count] of left.entries()) {
    if (count === 0) continue;
    const rest = left.map((each, index) => (index === call ? each - 1 : each));
    for (const tail of interleavings(rest)) yield [call, ...tail];
  }
}

const READ = 'database.getDocument';
const WRITE = 'database.modifyDocument';
const touch: fc.Arbitrary<Touch> = fc.record({
  action: fc.constantFrom(READ, WRITE),
  collection: fc.constantFrom('a', 'b', 'c'),
});
const program = fc.array(fc.array(touch, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 });

test('every outcome of every interleaving is reached, and mostly once', () => {
  fc.assert(
    fc.property(program, (calls) => {
      const reached = exploreAll(calls);
      const all = [...interleavings(calls.map(({ length }) => length))];
      const due = new Set(all.map((schedule) => outcomeOf(calls, schedule)));
      expect(new Set(reached)).toEqual(due);
      expect(reached.length).toBeLessThanOrEqual(all.length);
    }),
    { numRuns: 300 },
  );
});

test('requests that do not touch each other are run in one order only', () => {
  const write = (collection: string) => ({ action: WRITE, collection });
  // One order, and two beginnings that turn out to lead to nothing new; there are six interleavings.
  expect(
    exploreAll([
      [write('a'), write('a')],
      [write('b'), write('b')],
    ]),
  ).toHaveLength(3);
  expect(exploreAll([[write('a')], [write('a')]])).toHaveLength(2);
});

test('what names no collection may touch anything; two reads never do', () => {
  const commit = { action: 'database.commitTransaction', collection: undefined };
  const read = { action: READ, collection: 'a' };
  const write = { action: WRITE, collection: 'b' };
  expect([touchEachOther(commit, read), touchEachOther(write, commit)]).toEqual([true, true]);
  expect([touchEachOther(read, read), touchEachOther(read, write)]).toEqual([false, false]);
  expect(touchEachOther(read, { ...write, collection: 'a' })).toBe(true);
  // A lookup reads elsewhere, too.
  const aggregation: Touch = { action: 'database.aggregateDocuments', collection: 'a' };
  expect([touchEachOther(aggregation, write), touchEachOther(aggregation, read)]).toEqual([true, false]);
});

test('plans by chance are the same for the same seed', () => {
  const picks = (seed: number) => {
    const next = randomPlans(seed);
    return Array.from({ length: 40 }, () => next().pick([0, 1, 2])).join('');
  };
  expect(picks(1)).toBe(picks(1));
  expect(picks(1)).not.toBe(picks(2));
  expect(new Set(picks(1))).toEqual(new Set(['0', '1', '2']));
});

test('names of schedules', () => {
  expect(nameOf([0, 1, 1, 2])).toBe('ABBC');
  expect(scheduleOf('ABBC')).toEqual([0, 1, 1, 2]);
});
