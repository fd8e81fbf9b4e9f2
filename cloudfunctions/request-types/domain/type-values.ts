import type { ChangeEntry } from '#contracts/change';
import type { ApproverRule, Condition, Flow, FlowStep } from '#contracts/flow';
import type { FormField } from '#contracts/form';
import type { RequestType } from '#contracts/request-type';
import { changedValues } from '../../shared/history/changed-values';

type Parts = Pick<RequestType, 'name' | 'enabled' | 'form' | 'flow'>;

/**
 * What differs between two versions of a request type, for the history. Fields by id with their settings, `+` where
 * only one version has the field; steps as `all|manager:1,role:hr|days>=3`.
 */
export function typeValues(before: Parts, after: Parts): Pick<ChangeEntry, 'values'> {
  const isShared = (id: string) => [before, after].every(({ form }) => form.some((field) => field.id === id));
  const readable = ({ form, flow, ...parts }: Parts): object => ({
    ...parts,
    form: Object.fromEntries(form.map((field) => [field.id, isShared(field.id) ? settingsOf(field) : '+'])),
    flow: flowOf(flow),
  });
  return changedValues(readable(before), readable(after));
}

const settingsOf = ({ options, columns, id: _, ...field }: FormField): object => ({
  ...field,
  options: options?.map(({ label }) => label['zh-CN']) ?? null,
  columns: columns?.map(({ label }) => label['zh-CN']) ?? null,
});

const flowOf = ({ steps, cc, escalateAfterHours }: Flow): object => ({
  // By their place: a list of texts is one value in a history.
  steps: Object.fromEntries(steps.map((step, index) => [index, stepOf(step)])),
  cc: cc.map(approverOf).join(','),
  escalateAfterHours,
});

const stepOf = ({ mode, approvers, when }: FlowStep): string =>
  [mode, approvers.map(approverOf).join(','), when.map(conditionOf).join(';')].join('|');

function approverOf(rule: ApproverRule): string {
  switch (rule.by) {
    case 'manager':
      return `manager:${rule.level}`;
    case 'role':
      return `role:${rule.role}`;
    case 'person':
      return `person:${rule.employeeId}`;
    case 'department-head':
      return rule.by;
  }
}

const conditionOf = (condition: Condition): string =>
  'in' in condition
    ? `${condition.what}=${condition.in.join(',')}`
    : `${condition.what}${condition.is === 'below' ? '<' : '>='}${condition.value}`;
