import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { findDue, lookLater } from '../data/requests';
import { escalateRequest, looked } from '../domain/request/escalate-request';
import { saveAndFollow } from '../services/act-on';
import { withWorld } from '../services/load-world';

/**
 * Waiting requests whose time has come: approvers who left are replaced, and after the hours of the flow the
 * managers of the approvers may decide as well. Somebody who decides at the same moment wins.
 */
export const escalateDue: TimerJob = {
  name: 'escalateDue',
  async run({ now, deadline }) {
    let escalated = 0;
    const find = (limit: number) => findDue(now, limit);
    await eachDue(find, deadline, async (request) => {
      const after = await withWorld(now, (world) => escalateRequest(request, now, world));
      if (!after) await lookLater(request, looked(request, now).dueAt);
      else if (await saveAndFollow(request, after)) escalated += 1;
    });
    return { escalated };
  },
};
