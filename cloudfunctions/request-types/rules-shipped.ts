import type { LocalText } from '#contracts/common';
import type { ApproverRule, Flow, FlowStep } from '#contracts/flow';
import type { FormField } from '#contracts/form';
import type { RequestType } from '#contracts/request-type';

/** The interface for kinds: building blocks of their shipped types. */

export const bilingual = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });

const MANAGER: ApproverRule = { by: 'manager', level: 1 };
const HR: ApproverRule = { by: 'role', role: 'hr' };

export const step = (
  id: string,
  name: LocalText,
  approver: ApproverRule,
  when: FlowStep['when'] = [],
): FlowStep => ({ id, name, mode: 'any', approvers: [approver], when });

export const managerStep = step('manager', bilingual('直属主管', 'Direct manager'), MANAGER);
/** A step for the manager's manager, if the condition holds. */
export const secondManagerStep = (when: FlowStep['when']): FlowStep =>
  step('second', bilingual('第 2 级主管', 'Manager 2 levels up'), { by: 'manager', level: 2 }, when);
export const hrStep = (when: FlowStep['when'] = []): FlowStep =>
  step('hr', bilingual('人事', 'HR'), HR, when);

export const flow = (steps: readonly FlowStep[], cc: readonly ApproverRule[] = []): Flow => ({
  steps,
  cc,
  escalateAfterHours: 72,
});

export const periodField: FormField = {
  id: 'period',
  kind: 'period',
  label: bilingual('时间', 'When'),
  required: true,
};
export const reasonField = (required: boolean): FormField => ({
  id: 'reason',
  kind: 'text',
  label: bilingual('事由', 'Reason'),
  required,
  most: 500,
});
export const filesField: FormField = {
  id: 'files',
  kind: 'file',
  label: bilingual('附件', 'Attachments'),
  required: false,
  most: 9,
};
export const timeField: FormField = {
  id: 'time',
  kind: 'text',
  label: bilingual('时刻', 'Time'),
  required: true,
  most: 5,
};
export const placeField = (required: boolean): FormField => ({
  id: 'place',
  kind: 'text',
  label: bilingual('地点', 'Place'),
  required,
  most: 60,
});
export const dayField = (id: string, label: LocalText, required = true): FormField => ({
  id,
  kind: 'day',
  label,
  required,
});

/** A required choice; `options` are labels by id. */
export const choiceField = (id: string, label: LocalText, options: Readonly<Record<string, LocalText>>) => ({
  id,
  kind: 'choice' as const,
  label,
  required: true,
  options: Object.entries(options).map(([optionId, optionLabel]) => ({ id: optionId, label: optionLabel })),
});

/**
 * A default type with the id of its kind. An edited one is a document of `request_types` with the same id and a
 * higher version; the fields here are read by the rules of the kind and remain in every version.
 */
export const shippedType = (
  kind: string,
  name: LocalText,
  form: readonly FormField[],
  steps: Flow,
): RequestType => ({ id: kind, version: 1, kind, name, enabled: true, form, flow: steps });
