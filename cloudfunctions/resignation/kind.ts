import { defineKind } from '../approvals/kind/registry';
import { findOwnRules } from '../company-rules/public';
import { findLeaveTypes } from '../leave/public';
import type { LeaveType } from '../leave/rules';
import { saveLeaving } from '../people/public-leaving';
import { addHandoverTasks, dropHandover, findHandoverOfRequest } from './data/handover-tasks';
import { handoverTasks } from './domain/handover-task';
import { type ResignationEffect, resignationRules } from './domain/resignation-rules';
import { type ResignationSettings, resignationSettings } from './domain/resignation-settings';
import { resignationSection } from './rule-section';
import { resignationType } from './shipped-type';

/** 离职 Resignation: opens the handover and ends the employment. */
export const resignation = defineKind<
  { settings: ResignationSettings; leaveTypes: readonly LeaveType[] },
  ResignationEffect
>({
  name: 'resignation',
  types: [resignationType],
  companyRules: resignationSection,
  async load({ now }) {
    const [own, leaveTypes] = await Promise.all([findOwnRules(now), findLeaveTypes(now)]);
    return { settings: resignationSettings(own), leaveTypes };
  },
  decide: resignationRules,
  sideEffects: {
    'open-handover': ({ lastDay }, { requestId, applicant }) =>
      addHandoverTasks(handoverTasks(requestId, applicant, lastDay)),
    'drop-handover': (_, { requestId }) => dropHandover(requestId),
    'end-employment': ({ lastDay }, { requestId, applicant, now }) =>
      saveLeaving({ requestId, employeeId: applicant._id, lastDay, ends: true, at: now }),
    'keep-employment': ({ lastDay }, { requestId, applicant, now }) =>
      saveLeaving({ requestId, employeeId: applicant._id, lastDay, ends: false, at: now }),
  },
  async outcomeOf(requestId) {
    const tasks = (await findHandoverOfRequest(requestId)).filter((task) => task.state !== 'dropped');
    const open = tasks.filter((task) => task.state === 'open').length;
    return { handover: tasks.length > 0 ? { open, total: tasks.length } : null };
  },
});
