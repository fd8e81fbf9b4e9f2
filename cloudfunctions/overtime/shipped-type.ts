import {
  bilingual,
  flow,
  managerStep,
  periodField,
  reasonField,
  shippedType,
} from '../request-types/rules-shipped';

/** The default request type. */
export const overtimeType = shippedType(
  'overtime',
  bilingual('加班', 'Overtime'),
  [
    periodField,
    {
      id: 'compensation',
      kind: 'choice',
      label: bilingual('补偿方式', 'In return'),
      required: true,
      options: [
        { id: 'pay', label: bilingual('加班费', 'Pay') },
        { id: 'comp-time', label: bilingual('调休', 'Time off') },
      ],
    },
    reasonField(true),
  ],
  flow([managerStep]),
);
