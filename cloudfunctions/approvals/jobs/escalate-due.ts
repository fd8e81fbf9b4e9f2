import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { findDue, findRequest, saveDueAt } from '../data/requests';
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
    const { handled: _, ...failed } = await eachDue({
      collection: 'requests',
      find: (limit) => findDue(now, limit),
      ownerOf: ({ applicantId }) => applicantId,
      handle: async ({ _id }) => {
        const request = await findRequest(_id);
        if (request?.state !== 'pending') return;
        const after = await withOrgChart(now, (orgChart) => escalateRequest(request, now, orgChart));
        if (!after) await saveDueAt(request, rescheduled(request, now).dueAt);
        else if (await saveAndFollowUp(request, after)) escalated += 1;
      },
      deadline,
    });
    return { escalated, ...failed };
  },
};
