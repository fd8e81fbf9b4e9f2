import fc from 'fast-check';
import type { Instant } from '#contracts/common';
import type { Alignment, KeyResult, Objective } from '#contracts/goal';
import { partKey } from '../../cloudfunctions/goals/domain/roll-up';
import { emptySheet, type Sheet } from '../../cloudfunctions/goals/domain/sheet';
import { rollUp } from '../../cloudfunctions/goals/services/roll-up';
import { toSave } from '../../cloudfunctions/goals/services/save-sheet';
import { FULL, ratio } from '../../miniprogram/common/goals/share';

/** The sheets of a database, and how many of the next writes meet somebody who was faster. */
const store = new Map<string, Sheet>();
const faster = { writes: 0 };
const written = { count: 0 };

jest.mock('../../cloudfunctions/goals/data/sheets', () => ({
  findSheetsByIds: async (ids: readonly string[]) => ids.flatMap((id) => store.get(id) ?? []),
  replaceSheet: async (before: Sheet, after: Sheet) => {
    if (faster.writes > 0) faster.writes -= 1;
    else if (store.get(before._id)?.rev === before.rev) {
      store.set(after._id, after);
      written.count += 1;
      return true;
    }
    return false;
  },
}));

const NOW = 1 as Instant;
const SHEETS = 7;
const idOf = (at: number): string => `2026-11:p-E${at}`;
const keyResult = (id: string, source: KeyResult['source']): KeyResult => ({
  id,
  title: id,
  measure: { kind: 'raise', start: 0, target: 30, unit: '' },
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
  return { ...emptySheet('2026-11', { kind: 'person', id: `E${at}` }, 0, NOW), objectives, rev: 1 };
}

type Source = 'own' | 'mean' | 'sum';

type Step =
  | { readonly kind: 'report'; readonly at: number; readonly value: number }
  | { readonly kind: 'align'; readonly at: number; readonly to: number; readonly weight: number }
  | { readonly kind: 'break-down'; readonly at: number; readonly to: number }
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
    return change(`${act.weight % 2 ? 'own' : 'mean'}${own}`, (each) => ({ ...each, alignedTo: [to] }));
  }
  const partOf = { sheetId: idOf(act.to), objectiveId: `sum${act.to}`, keyResultId: `kr-sum${act.to}` };
  return change(`own${own}`, (each) => ({
    ...each,
    keyResults: each.keyResults.map((one) => ({ ...one, partOf })),
  }));
}

/** Everything worked out from the figures alone, by the definition, with a search through all sheets for each part. */
function counted(
  sheetAbove: number,
  source: 'own' | 'mean' | 'sum',
): { share: number; value: number | null; hasData: boolean } {
  const sheet = store.get(idOf(sheetAbove)) as Sheet;
  const last = sheet.log.at(-1)?.entries[0]?.value ?? null;
  const cap = (value: number | null) => (value === null ? 0 : Math.min(Math.max(ratio(value, 30), 0), FULL));
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

test('what is added up step by step is what a full count gives, whoever was faster and whatever died', async () => {
  const steps = fc.array(fc.tuple(step, fc.integer({ min: 0, max: 3 }), fc.boolean()), {
    minLength: 12,
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      store.clear();
      for (let index = 0; index < SHEETS; index += 1) store.set(idOf(index), sheetAt(index));
      for (const [act, conflicts, dies] of all) await take(act, conflicts, dies);
      for (let round = 0; round < SHEETS; round += 1) await runJob();
      written.count = 0;
      await runJob();
      expect(written.count).toBe(0);
      const objectives = [...store.values()].flatMap((sheet) =>
        sheet.objectives.map(({ id }) => [sheet, id] as const),
      );
      for (const [{ parts, log }, id] of objectives) {
        const source = id.replace(/\d/g, '') as Source;
        expect([id, shown(source, parts[`kr-${id}`], log)]).toEqual([
          id,
          counted(Number(id.replace(/\D/g, '')), source),
        ]);
      }
    }),
  );
});

/** Saves a change as a call does, which may meet faster ones, or die before it tells anybody. */
async function take(act: Step, conflicts: number, dies: boolean): Promise<void> {
  const before = store.get(idOf(act.at)) as Sheet;
  const after = changed(before, act);
  if (after === before) return;
  const saved = toSave(before, after, [], NOW);
  store.set(saved._id, saved);
  if (dies) return;
  faster.writes = conflicts;
  await rollUp(saved, [], NOW);
  faster.writes = 0;
}

/** The job, for what died or was slower. */
async function runJob(): Promise<void> {
  for (const sheet of [...store.values()]) if (sheet.rollUp === 'due') await rollUp(sheet, [], NOW);
}

/** A part of the stored document, added up again. */
function shown(source: Source, parts: Sheet['parts'][string] = {}, log: Sheet['log']) {
  const all = Object.values(parts).filter(({ weight }) => weight > 0);
  if (source === 'own') {
    const value = log.at(-1)?.entries[0]?.value ?? null;
    return {
      share: value === null ? 0 : Math.min(Math.max(ratio(value, 30), 0), FULL),
      value,
      hasData: value !== null,
    };
  }
  if (source === 'sum') {
    const known = all.flatMap(({ value }) => value ?? []);
    const value = known.length > 0 ? known.reduce((sum, each) => sum + each, 0) : null;
    return {
      share: value === null ? 0 : Math.min(Math.max(ratio(value, 30), 0), FULL),
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
