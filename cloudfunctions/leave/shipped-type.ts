import {
  bilingual,
  filesField,
  flow,
  hrStep,
  managerStep,
  periodField,
  reasonField,
  secondManagerStep,
  shippedType,
} from '../request-types/rules-shipped';

/** The default request type. */
export const leaveType = shippedType(
  'leave',
  bilingual('请假', 'Leave'),
  [
    { id: 'leaveType', kind: 'choice', label: bilingual('假期类型', 'Kind of leave'), required: true },
    periodField,
    reasonField(false),
    filesField,
  ],
  flow([
    managerStep,
    secondManagerStep([{ what: 'days', is: 'at-least', value: 3 }]),
    hrStep([{ what: 'days', is: 'at-least', value: 10 }]),
  ]),
);
