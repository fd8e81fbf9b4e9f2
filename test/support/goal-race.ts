import { withAdditions } from '../../cloudfunctions/goals/domain/additions';
import { sheetProgress } from '../../cloudfunctions/goals/domain/objective-progress';
import { MAX_LEVELS, withPartsOf } from '../../cloudfunctions/goals/domain/roll-up';
import type { Sheet } from '../../cloudfunctions/goals/domain/sheet';
import { standingsOf } from '../../cloudfunctions/goals/domain/standings';
import { CYCLE, goalCompany, MONTH, openTree } from '../unit/cloudfunctions/support/goal-company';
import { requestSeed } from '../unit/cloudfunctions/support/request-company';
import { type InstrumentOptions, openInstrumentedCompany } from './instrumented-company';

type Documents = Record<string, Record<string, unknown>[]>;

/** Longer than a call may still be moving what is above, ms. */
const SETTLED = 61_000;

/** The company of the goal tests under an instrument; `begin` puts the database to where a run begins. */
export async function openInstrumentedGoals(now: string, options: InstrumentOptions = {}) {
  const company = goalCompany(await openInstrumentedCompany(now, options));
  const everything = async (): Promise<Documents> => {
    const found = company.db.collectionNames().map(async (name) => [name, await company.db.find(name)]);
    return Object.fromEntries(await Promise.all(found)) as Documents;
  };
  const begin = async (documents: Documents): Promise<void> => {
    company.clock.set(Date.parse(now));
    const none = company.db.collectionNames().map((name) => [name, []]);
    await company.db.replaceAll({ ...Object.fromEntries(none), ...documents });
  };
  const sheets = async (): Promise<readonly Sheet[]> =>
    ((await company.db.find('goal_sheets')) as unknown as Sheet[])
      .map((sheet) => withAdditions(sheet))
      .toSorted((a, b) => a.tier - b.tier);
  const tick = async (): Promise<void> => {
    company.clock.advance(SETTLED);
    await company.timers.runNow('goals');
  };
  return {
    ...company,
    everything,
    begin,
    sheets,
    tick,
    /** The people, the month, and a tree from two people to the company. */
    async beginTree(): Promise<Documents> {
      await begin({ ...requestSeed(), goal_cycles: [MONTH] });
      await openTree(company);
      return everything();
    },
    /** The same, with October running beside November. */
    async beginTwoMonths(): Promise<void> {
      const tree = await this.beginTree();
      const [month] = tree.goal_cycles ?? [];
      const before = { ...month, _id: '2026-10', from: '2026-10-01', to: '2026-10-31' };
      await this.begin({ ...tree, goal_cycles: [month as object, before] as never });
    },
    sheetOf: async (key: string) =>
      withAdditions((await company.db.get('goal_sheets', `${CYCLE}:${key}`)) as unknown as Sheet),
    /** Nothing of the month can be changed any more, and nobody is asked for anything. */
    async expectClosed(): Promise<void> {
      const found = (await sheets()).filter(({ cycleId }) => cycleId === CYCLE);
      expect(found.filter(({ state }) => state !== 'closed').map(({ _id }) => _id)).toEqual([]);
      const looked = found.filter(
        ({ quietOn, remindOn, asked = [] }) => quietOn || remindOn || asked.length > 0,
      );
      expect(looked.map(({ _id }) => _id)).toEqual([]);
      expect(await company.db.get('goal_cycles', CYCLE)).toMatchObject({ state: 'closed' });
    },
    /**
     * Everything above knows what is below once the timer has run, as a full count gives it; afterwards the timer has
     * nothing to do.
     */
    async expectSettled(): Promise<void> {
      await tick();
      const told = await sheets();
      expect(told.map(figuresOf)).toEqual(countAgain(told).map(figuresOf));
      await tick();
      const marked = await sheets();
      expect(marked.map(({ _id, rev }) => [_id, rev])).toEqual(told.map(({ _id, rev }) => [_id, rev]));
      expect(marked.filter(({ rollUp }) => rollUp === 'due')).toEqual([]);
      await tick();
      expect(await sheets()).toEqual(marked);
    },
  };
}

/** The sheets with everything that others add, counted from nothing, level by level. */
function countAgain(sheets: readonly Sheet[]): readonly Sheet[] {
  let counted: readonly Sheet[] = sheets.map((sheet) => ({ ...sheet, parts: {} }));
  for (let level = 0; level < MAX_LEVELS; level += 1) {
    const all: readonly Sheet[] = counted;
    const partsOf = (above: Sheet) =>
      all.reduce(
        (parts, below) => withPartsOf({ ...above, parts }, { ...below, left: [] }),
        {} as Sheet['parts'],
      );
    counted = all.map((above) => ({ ...above, parts: partsOf(above) }));
  }
  return counted;
}

/** What people see of a sheet: its progress, and what adds to it. */
function figuresOf(sheet: Sheet) {
  const parts = Object.entries(sheet.parts).flatMap(([id, added]) =>
    Object.entries(added)
      .filter(([, { weight }]) => weight > 0)
      .map(([key, { rev: _, ...part }]) => [id, key, part] as const),
  );
  return { id: sheet._id, ...progressOf(sheet), parts: parts.sort(([, a], [, b]) => a.localeCompare(b)) };
}

export const progressOf = (sheet: Sheet) => sheetProgress(sheet.objectives, standingsOf(sheet));
