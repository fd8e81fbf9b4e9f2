import {
  bilingual,
  flow,
  managerStep,
  periodField,
  placeField,
  reasonField,
  secondManagerStep,
  shippedType,
} from '../request-types/rules-shipped';

/** The default request type. */
export const tripType = shippedType(
  'trip',
  bilingual('出差', 'Business trip'),
  [periodField, placeField(true), reasonField(true)],
  flow([managerStep, secondManagerStep([{ what: 'days', is: 'at-least', value: 5 }])]),
);
