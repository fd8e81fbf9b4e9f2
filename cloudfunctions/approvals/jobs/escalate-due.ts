import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { findDue, saveDueAt } from '../data/requests';
import { escalateRequest, rescheduled } from '../domain/request/escalate-request';
import { saveAndFollowUp } from '../services/act-on';
import { withOrgChart } from '../services/load-org-chart';

/**
 * Handles due pending requests: approvers who left are replaced, and after the flow's escalation hours the
 * approvers' managers may decide as well. A concurrent decision wins.
 */
export const escalateDue: TimerJob = {
  name: 'escalateDue',
  async run({ now, deadline }) {
    let escalated = 0;
    const find = (limit: number) => findDue(now, limit);
    await eachDue(find, deadline, async (request) => {
      const after = await withOrgChart(now, (orgChart) => escalateRequest(request, now, orgChart));
      if (!after) await saveDueAt(request, rescheduled(request, now).dueAt);
      else if (await saveAndFollowUp(request, after)) escalated += 1;
    });
    return { escalated };
  },
};
