import fc from 'fast-check';
import type { Instant } from '#contracts/common';
import type { Alignment, KeyResult, Objective } from '#contracts/goal';
import { additionOf, MAX_ADDITIONS, withAdditions } from '../../cloudfunctions/goals/domain/additions';
import { CALL_OVER_MS } from '../../cloudfunctions/goals/domain/cycle';
import { partKey } from '../../cloudfunctions/goals/domain/roll-up';
import { emptySheet, type Sheet } from '../../cloudfunctions/goals/domain/sheet';
import { completeRollUps } from '../../cloudfunctions/goals/jobs/complete-roll-ups';
import { type Moved, rollUp } from '../../cloudfunctions/goals/services/roll-up';
import { toSave } from '../../cloudfunctions/goals/services/save-sheet';
import { FULL, ratio } from '../../miniprogram/common/goals/share';

/** The sheets of a database as they are stored. */
const store = new Map<string, Sheet>();
/** How many documents may be written before the call dies. */
const life = { left: Number.POSITIVE_INFINITY };
const written = { calls: 0, documents: 0 };
/** Documents of a write are written in no order that anybody promises. */
const order = { isLowestFirst: false };
/** What others do before the next write of several. */
const meanwhile: (() => Promise<void>)[] = [];

class Died extends Error {}

/** One document of a write, if it is as it was read. */
function write({ _id, rev }: Sheet, change: (stored: Sheet) => Sheet): boolean {
  if (life.left === 0) throw new Died();
  const stored = store.get(_id);
  if (stored?.rev !== rev) return false;
  life.left -= 1;
  written.documents += 1;
  store.set(_id, change(stored));
  return true;
}

const read = (ids: readonly string[]): Sheet[] =>
  ids.flatMap((id) => withAdditions(store.get(id) as Sheet) ?? []);

jest.mock('../../cloudfunctions/goals/data/sheets', () => ({
  findSheetsByIds: async (ids: readonly string[]) => read(ids),
  replaceSheet: async (before: Sheet, { additions: _, ...after }: Sheet) => {
    written.calls += 1;
    return write(before, () => after);
  },
  replaceTold: async (told: readonly Moved[], touchedAt: Instant) => {
    written.calls += 1;
    const additions = Object.fromEntries(
      told.map(({ before, after }) => [before._id, additionOf(before, after)]),
    );
    await meanwhile.pop()?.();
    const done = (order.isLowestFirst ? told : told.toReversed()).map(({ before }) =>
      write(before, (stored) => ({
        ...stored,
        additions: [...(stored.additions ?? []), additions],
        ...{ rev: stored.rev + 1, touchedAt, rollUp: 'due' },
      })),
    );
    return done.every(Boolean);
  },
  findDueRollUps: async (before: Instant, limit: number) =>
    read([...store.keys()])
      .filter(({ rollUp: state, touchedAt }) => state === 'due' && touchedAt < before)
      .slice(0, limit),
  markRolledUp: async (ids: readonly string[], before: Instant) => {
    for (const id of ids) {
      const sheet = store.get(id) as Sheet;
      if (sheet.touchedAt < before) store.set(id, { ...sheet, rollUp: 'done', left: [] });
    }
  },
}));

const clock = { now: 1 as Instant };
const SHEETS = 7;
const idOf = (at: number): string => `2026-11:p-E${at}`;
const measureOf = (target: number) => ({ kind: 'raise', start: 0, target, unit: '' }) as const;
const keyResult = (id: string, source: KeyResult['source']): KeyResult => ({
  id,
  title: id,
  measure: measureOf(30),
  weight: 100,
  source,
});

/** Sheet 0 is the lowest. Each has one objective with figures of its own, and one of what others add. */
function sheetAt(at: number): Sheet {
  const objectives = (['own', 'mean', 'sum'] as const).map((source): Objective => {
    const id = `${source}${at}`;
    const results = [keyResult(`kr-${id}`, source)];
    return {
      id,
      title: id,
      weight: 33,
      keyResults: results,
      alignedWeight: 0,
      alignedTo: [],
      state: 'active',
    };
  });
  return { ...emptySheet('2026-11', { kind: 'person', id: `E${at}` }, 0, clock.now), objectives, rev: 1 };
}

type Source = 'own' | 'mean' | 'sum';

type Step =
  | { readonly kind: 'report'; readonly at: number; readonly value: number }
  | { readonly kind: 'align'; readonly at: number; readonly to: number; readonly weight: number }
  | { readonly kind: 'break-down'; readonly at: number; readonly to: number }
  | { readonly kind: 'retarget'; readonly at: number; readonly target: number }
  | { readonly kind: 'drop'; readonly at: number; readonly isDropped: boolean };

const at = fc.integer({ min: 0, max: SHEETS - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('report' as const),
      at,
      value: fc.integer({ min: -10, max: 40 }),
    }),
  },
  fc.record({ kind: fc.constant('align' as const), at, to: at, weight: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('break-down' as const), at, to: at }),
  fc.record({ kind: fc.constant('retarget' as const), at, target: fc.integer({ min: 10, max: 60 }) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('drop' as const), at, isDropped: fc.boolean() }) },
);

let booked = 0;
function changed(sheet: Sheet, act: Step): Sheet {
  const { at: own } = act;
  const change = (id: string, to: (objective: Objective) => Objective): Sheet => ({
    ...sheet,
    objectives: sheet.objectives.map((each) => (each.id === id ? to(each) : each)),
  });
  if (act.kind === 'report') {
    booked += 1;
    const entry = { keyResultId: `kr-own${own}`, mode: 'set' as const, value: act.value };
    const by = { id: 'E', name: '', nameEn: '' };
    const checkIn = {
      id: `c${booked}`,
      at: booked as Instant,
      day: '' as never,
      by,
      source: 'check-in',
      entries: [entry],
    };
    return { ...sheet, log: [...sheet.log, checkIn] };
  }
  if (act.kind === 'drop')
    return change(`own${own}`, (each) => ({ ...each, state: act.isDropped ? 'dropped' : 'active' }));
  if (act.kind === 'retarget')
    return change(`sum${own}`, (each) => ({
      ...each,
      keyResults: each.keyResults.map((one) => ({ ...one, measure: measureOf(act.target) })),
    }));
  // Upwards only: loops are refused before anything is saved.
  if (act.to <= own) return sheet;
  if (act.kind === 'align') {
    const to: Alignment = {
      ...{
        sheetId: idOf(act.to),
        objectiveId: `mean${act.to}`,
        keyResultId: `kr-mean${act.to}`,
        weight: act.weight,
      },
    };
    const kind = (['own', 'mean', 'sum'] as const)[act.weight % 3];
    return change(`${kind}${own}`, (each) => ({ ...each, alignedTo: [to] }));
  }
  const partOf = { sheetId: idOf(act.to), objectiveId: `sum${act.to}`, keyResultId: `kr-sum${act.to}` };
  return change(`own${own}`, (each) => ({
    ...each,
    keyResults: each.keyResults.map((one) => ({ ...one, partOf })),
  }));
}

const shareOf = (value: number | null, target: number) =>
  value === null ? 0 : Math.min(Math.max(ratio(value, target), 0), FULL);

function targetOf({ objectives }: Sheet, source: Source): number {
  const measure = objectives.find(({ id }) => id.startsWith(source))?.keyResults[0]?.measure;
  return measure?.kind === 'raise' ? measure.target : 0;
}

/** Everything worked out from the figures alone, by the definition, with a search through all sheets for each part. */
function counted(
  sheetAbove: number,
  source: 'own' | 'mean' | 'sum',
): { share: number; value: number | null; hasData: boolean } {
  const sheet = store.get(idOf(sheetAbove)) as Sheet;
  const last = sheet.log.at(-1)?.entries[0]?.value ?? null;
  const cap = (value: number | null) => shareOf(value, targetOf(sheet, source));
  if (source === 'own') return { share: cap(last), value: last, hasData: last !== null };
  const all = Array.from({ length: SHEETS }, (_, below) => below).flatMap((below) => {
    const { objectives } = store.get(idOf(below)) as Sheet;
    return objectives.flatMap((objective) => {
      if (objective.state !== 'active') return [];
      const kind = objective.id.replace(/\d/g, '') as Source;
      const aligned = objective.alignedTo.filter(
        ({ objectiveId }) => objectiveId === `${source}${sheetAbove}`,
      );
      const parts = objective.keyResults.filter(
        ({ partOf }) => partOf?.objectiveId === `${source}${sheetAbove}`,
      );
      if (aligned.length + parts.length === 0) return [];
      const from = counted(below, kind);
      return [
        ...aligned.map(({ weight }) => ({ ...from, weight })),
        ...parts.map(() => ({ ...from, weight: 1 })),
      ];
    });
  });
  if (source === 'sum') {
    const known = all.flatMap(({ value }) => value ?? []);
    const value = known.length > 0 ? known.reduce((sum, each) => sum + each, 0) : null;
    return { share: cap(value), value, hasData: value !== null };
  }
  const weights = all.reduce((sum, { weight }) => sum + weight, 0);
  const hasData = all.some((each) => each.hasData);
  if (weights === 0 || !hasData) return { share: 0, value: null, hasData: false };
  const sum = all.reduce((total, { weight, share }) => total + weight * share, 0);
  return { share: Math.floor((2 * sum + weights) / (2 * weights)), value: null, hasData };
}

/** What happens to a call that saves a change. */
interface Fate {
  /** Of the steps since the timer came by, how many it has not seen of the sheets above. */
  readonly late: number;
  /** Documents that it writes before it dies; null if it lives. */
  readonly dies: number | null;
}

const fate: fc.Arbitrary<Fate> = fc.record({
  late: fc.integer({ min: 0, max: 4 }),
  dies: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, fc.integer({ min: 0, max: 3 })),
});
/** A change, and whether the timer comes by before it. */
const steps = fc.array(fc.tuple(step, fate, fc.boolean()), { minLength: 12, maxLength: 40 });

test('what is added up step by step is what a full count gives, whoever was faster and whatever died', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      store.clear();
      for (let index = 0; index < SHEETS; index += 1) store.set(idOf(index), sheetAt(index));
      let seen: (readonly Sheet[])[] = [];
      for (const [act, how, isTimer] of all) {
        // By then nothing runs any more of what began before.
        if (isTimer && how.late === 0) seen = [];
        if (isTimer && how.late === 0) await runJob();
        seen.push(read([...store.keys()]));
        await take(act, how, seen.at(-1 - how.late) ?? seen[0] ?? []);
      }
      for (let round = 0; round < SHEETS; round += 1) await runJob();
      written.documents = 0;
      await runJob();
      expect(written.documents).toBe(0);
      const sheets = read([...store.keys()]);
      expect(sheets.filter(({ rollUp: state }) => state === 'due')).toEqual([]);
      for (const sheet of sheets) expect((sheet.additions ?? []).length).toBeLessThan(MAX_ADDITIONS + SHEETS);
      const objectives = sheets.flatMap((sheet) => sheet.objectives.map(({ id }) => [sheet, id] as const));
      for (const [sheet, id] of objectives) {
        const source = id.replace(/\d/g, '') as Source;
        expect([id, shown(source, sheet.parts[`kr-${id}`], sheet)]).toEqual([
          id,
          counted(Number(id.replace(/\D/g, '')), source),
        ]);
      }
    }),
  );
});

/** Saves a change as a call does, which knows what is above as it was some steps before, and may die between two documents. */
async function take(act: Step, { dies }: Fate, known: readonly Sheet[]): Promise<void> {
  const [before] = read([idOf(act.at)]) as [Sheet];
  const after = changed(before, act);
  if (after === before) return;
  const { additions: _, ...saved } = toSave(before, after, [], clock.now);
  store.set(saved._id, saved);
  life.left = dies ?? Number.POSITIVE_INFINITY;
  try {
    await rollUp(
      saved,
      known.filter(({ _id }) => _id !== saved._id),
      clock.now,
    );
  } catch (error) {
    if (!(error instanceof Died)) throw error;
  } finally {
    life.left = Number.POSITIVE_INFINITY;
  }
}

/** The timer, once nothing of before is running any more. */
async function runJob(): Promise<void> {
  clock.now = (clock.now + CALL_OVER_MS + 1) as Instant;
  await completeRollUps.run({ now: clock.now, deadline: Number.POSITIVE_INFINITY } as never);
}

test('a sheet that has moved ten above itself is told by one write, or two where one of them is written as a whole', async () => {
  const levels = 10;
  store.clear();
  for (let index = 0; index <= levels; index += 1) store.set(idOf(index), sheetAt(index));
  for (let index = levels - 1; index >= 0; index -= 1)
    await take({ kind: 'align', at: index, to: index + 1, weight: index === 0 ? 3 : 1 }, ALONE, []);
  const calls: number[] = [];
  for (let value = 1; value <= 3 * MAX_ADDITIONS; value += 1) {
    written.calls = 0;
    await take({ kind: 'report', at: 0, value }, ALONE, read([...store.keys()]));
    calls.push(written.calls);
  }
  expect(Math.max(...calls)).toBe(2);
  expect(calls.slice(0, MAX_ADDITIONS - 1)).toEqual(Array(MAX_ADDITIONS - 1).fill(1));
});

const ALONE: Fate = { late: 0, dies: null };

/** Sheet 0 is a part of the sum of sheet 1, which is aligned to sheet 2. */
async function threeSheets(): Promise<void> {
  store.clear();
  for (let index = 0; index < 3; index += 1) store.set(idOf(index), sheetAt(index));
  await take({ kind: 'break-down', at: 0, to: 1 }, ALONE, []);
  await take({ kind: 'align', at: 1, to: 2, weight: 2 }, ALONE, []);
}

const shareAbove = (): number | undefined =>
  Object.values(read([idOf(2)])[0]?.parts['kr-mean2'] ?? {}).find(({ weight }) => weight > 0)?.share;

test('what was told further up of a sheet that changed in between is replaced by what came to be, also by the timer alone', async () => {
  await threeSheets();
  const seen = read([...store.keys()]);
  await take({ kind: 'retarget', at: 1, target: 60 }, ALONE, []);
  // Sheet 2 is written as if the target of sheet 1 were 30; then the call dies.
  await take({ kind: 'report', at: 0, value: 15 }, { late: 0, dies: 1 }, seen);
  expect(shareAbove()).toBe(0.5 * FULL);
  await runJob();
  await runJob();
  expect(shareAbove()).toBe(0.25 * FULL);
});

test('it is replaced by the same call where another one has told the sheet in between, and died', async () => {
  await threeSheets();
  const seen = read([...store.keys()]);
  await take({ kind: 'retarget', at: 1, target: 60 }, ALONE, []);
  order.isLowestFirst = true;
  meanwhile.push(async () =>
    take({ kind: 'report', at: 0, value: 18 }, { late: 0, dies: 1 }, read([...store.keys()])),
  );
  await take({ kind: 'report', at: 0, value: 15 }, ALONE, seen);
  order.isLowestFirst = false;
  expect(shareAbove()).toBe(0.3 * FULL);
});

/** A part of the stored document, added up again. */
function shown(source: Source, parts: Sheet['parts'][string] = {}, sheet: Sheet) {
  const all = Object.values(parts).filter(({ weight }) => weight > 0);
  if (source === 'own') {
    const value = sheet.log.at(-1)?.entries[0]?.value ?? null;
    return {
      share: shareOf(value, targetOf(sheet, source)),
      value,
      hasData: value !== null,
    };
  }
  if (source === 'sum') {
    const known = all.flatMap(({ value }) => value ?? []);
    const value = known.length > 0 ? known.reduce((sum, each) => sum + each, 0) : null;
    return {
      share: shareOf(value, targetOf(sheet, source)),
      value,
      hasData: value !== null,
    };
  }
  const weights = all.reduce((sum, { weight }) => sum + weight, 0);
  const hasData = all.some((each) => each.hasData);
  if (weights === 0 || !hasData) return { share: 0, value: null, hasData: false };
  const sum = all.reduce((total, { weight, share }) => total + weight * share, 0);
  return { share: Math.floor((2 * sum + weights) / (2 * weights)), value: null, hasData };
}

test('the place of a part is known again from its key', () => {
  expect(partKey({ sheetId: '2026-11:c', objectiveId: 'o', keyResultId: 'k' })).toBe('2026-11:c/o/k');
});
