import {
  bilingual,
  dayField,
  filesField,
  flow,
  managerStep,
  reasonField,
  shippedType,
  timeField,
} from '../request-types/rules-shipped';

/** The default request type. */
export const correctionType = shippedType(
  'correction',
  bilingual('补卡', 'Correction'),
  [
    dayField('day', bilingual('日期', 'Day')),
    {
      id: 'slot',
      kind: 'choice',
      label: bilingual('哪次打卡', 'Which punch'),
      required: true,
      options: [
        { id: 'in', label: bilingual('上班', 'In') },
        { id: 'out', label: bilingual('下班', 'Out') },
      ],
    },
    timeField,
    reasonField(true),
    filesField,
  ],
  flow([managerStep]),
);
