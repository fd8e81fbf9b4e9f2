import { openidOf } from '../../../local/demo/demo-person';
import type { useCompany } from './company';

type Company = ReturnType<typeof useCompany>;
type Data = Record<string, unknown>;

/** Calls of a story by people whose phones nobody looks at: where only their number makes the step. */
export function actors(company: Company) {
  /** @throws Error if it is refused */
  async function as(openid: string, name: string, action: string, input: object): Promise<Data> {
    const { result } = await company.cloud.invoke(name, { action, input }, { as: { kind: 'user', openid } });
    const { ok, data, error } = result as { ok: boolean; data: Data; error: unknown };
    if (!ok) throw new Error(`${action} of ${openid}: ${JSON.stringify(error)}`);
    return data;
  }
  return {
    as,
    goals: (id: string, action: string, input: object) => as(openidOf(id), 'goals', action, input),
    appraisal: (id: string, action: string, input: object) => as(openidOf(id), 'appraisal', action, input),
    /** What the demo agreed for an owner makes room for the goals of the story. */
    async clear(by: string, cycleId: string, owner: { kind: string; id?: string }): Promise<void> {
      const { sheet } = await as(openidOf(by), 'goals', 'sheet', { cycleId, owner });
      const { rev, objectives } = sheet as { rev: number; objectives: { id: string; state: string }[] };
      let next = rev;
      for (const { id: objectiveId, state } of objectives) {
        if (state === 'dropped') continue;
        const input = { cycleId, owner, rev: next, objectiveId, reason: '重新商定' };
        next = Number((await as(openidOf(by), 'goals', 'dropObjective', input)).rev);
      }
    },
    /** At a time the timer of appraisals comes, until the cycle is that far: its own minute may be running already. */
    async appraiseAt(time: string, cycleId: string, state: string): Promise<void> {
      company.cloud.clock.set(Date.parse(time));
      await company.until(async () => {
        await company.cloud.invoke('appraisal', {}, { as: { kind: 'timer', name: 'appraisal' } });
        return (await company.cloud.db.get('appraisal_cycles', cycleId))?.state === state;
      });
    },
  };
}
