import {
  bilingual,
  choiceField,
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
    choiceField('compensation', bilingual('补偿方式', 'In return'), {
      pay: bilingual('加班费', 'Pay'),
      'comp-time': bilingual('调休', 'Time off'),
    }),
    reasonField(true),
  ],
  flow([managerStep]),
);
