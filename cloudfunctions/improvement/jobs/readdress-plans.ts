import type { Instant } from '#contracts/common';
import { employeesById } from '../../people/public';
import { isolatedWork } from '../../shared/faults/isolated';
import type { TimerJob } from '../../shared/kernel/serve';
import { findOpenPlans, saveManager } from '../data/plans';
import { managerOf } from '../services/standing';

const PAGE = 100;

/**
 * Open plans are on Today of who manages the person now: after a change of manager, or once either of the two has left. Three reads for a
 * hundred plans, and a write for each of those whose manager has changed. Idempotent.
 */
export const readdressPlans: TimerJob = {
  name: 'plan-managers',
  async run({ now, deadline }) {
    const tally = { readdressed: 0 };
    let before: string | null = null;
    for (let isFull = true; isFull && performance.now() < deadline; ) {
      const page = await findOpenPlans(before, PAGE);
      await warmUp(
        page.map(({ employeeId }) => employeeId),
        now,
      );
      for (const { _id, employeeId, managerId } of page) {
        const about = { collection: 'improvement_plans', document: _id };
        const isChanged = await isolatedWork(about, async () => {
          const person = (await employeesById([employeeId], now)).get(employeeId);
          const manager = person ? await managerOf(person, now) : null;
          if (manager === managerId) return false;
          await saveManager(_id, manager);
          return true;
        });
        if (isChanged) tally.readdressed += 1;
      }
      before = page.at(-1)?.rank ?? before;
      isFull = page.length === PAGE;
    }
    return tally;
  },
};

/** Reads the people of a page and their managers together, so that none is read alone. */
async function warmUp(ids: readonly string[], now: Instant): Promise<void> {
  const people = await employeesById([...new Set(ids)], now);
  const managers = [...people.values()].flatMap(({ managerId }) => managerId ?? []);
  await employeesById([...new Set(managers)], now);
}
