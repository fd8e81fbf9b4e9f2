import type { Flow, FlowStep } from '#contracts/flow';
import { typeValues } from '../../../../cloudfunctions/request-types/domain/type-values';

const step = (level: number): FlowStep => ({
  id: `s${level}`,
  name: { 'zh-CN': '', en: '' },
  mode: 'any',
  approvers: [{ by: 'manager', level }],
  when: [],
});
const type = (steps: readonly FlowStep[]) => ({
  name: { 'zh-CN': '请假', en: 'Leave' },
  enabled: true,
  form: [],
  flow: { steps, cc: [], escalateAfterHours: 0 } as Flow,
});

test('the history says which step has gone, and not all steps as one', () => {
  expect(typeValues(type([step(1), step(2)]), type([step(1)]))).toEqual({
    values: { 'flow/steps/1': ['any|manager:2|', null] },
  });
});
