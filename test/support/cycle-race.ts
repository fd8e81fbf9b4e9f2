import type { AppraisalCycle, AppraisalPerson } from '#contracts/appraisal-cycle';
import { cycleCompany, ID, STARTS } from '../unit/cloudfunctions/support/cycle-company';
import { MONTH } from '../unit/cloudfunctions/support/goal-company';
import { requestSeed } from '../unit/cloudfunctions/support/request-company';
import { openInstrumentedCompany } from './instrumented-company';

export type Documents = Record<string, Record<string, unknown>[]>;

/** The company of the tests of appraisal cycles under an instrument. */
export async function openInstrumentedCycles() {
  const company = cycleCompany(await openInstrumentedCompany(STARTS));
  const begin = async (documents: Documents): Promise<void> => {
    company.clock.set(Date.parse(STARTS));
    const none = company.db.collectionNames().map((name) => [name, []]);
    await company.db.replaceAll({ ...Object.fromEntries(none), ...documents });
  };
  const everything = async (): Promise<Documents> => {
    const found = company.db.collectionNames().map(async (name) => [name, await company.db.find(name)]);
    return Object.fromEntries(await Promise.all(found)) as Documents;
  };
  return {
    ...company,
    begin,
    everything,
    /** The company after calls that nothing disturbs. */
    async after(...calls: (() => Promise<{ readonly ok: boolean }>)[]): Promise<Documents> {
      await begin({ ...requestSeed(), goal_cycles: [{ ...MONTH, state: 'closed' }] });
      for (const call of calls) expect(await call()).toMatchObject({ ok: true });
      return everything();
    },
    cycle: async () => (await company.db.get('appraisal_cycles', ID)) as unknown as AppraisalCycle | null,
    people: async () =>
      ((await company.db.find('appraisal_people')) as unknown as AppraisalPerson[])
        .map(({ person: { id } }) => id)
        .sort(),
    /** The timer has done what calls have left, and has nothing to do afterwards. */
    async settle(): Promise<void> {
      await company.timers.runNow('appraisal');
      const before = await everything();
      await company.timers.runNow('appraisal');
      expect(await everything()).toEqual(before);
    },
  };
}
