import {
  bilingual,
  dayField,
  flow,
  hrStep,
  managerStep,
  reasonField,
  shippedType,
} from '../request-types/rules-shipped';

/** The default request type. */
export const resignationType = shippedType(
  'resignation',
  bilingual('离职', 'Resignation'),
  [dayField('lastDay', bilingual('最后工作日', 'Last day')), reasonField(true)],
  flow([managerStep, hrStep()]),
);
