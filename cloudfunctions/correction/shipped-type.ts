import {
  bilingual,
  choiceField,
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
    choiceField('slot', bilingual('哪次打卡', 'Which punch'), {
      in: bilingual('上班', 'In'),
      out: bilingual('下班', 'Out'),
    }),
    timeField,
    reasonField(true),
    filesField,
  ],
  flow([managerStep]),
);
