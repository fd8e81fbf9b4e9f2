/** Pure rules and types that other features build on. */
export { checkForm, periodsOf, valuesOfKind } from './domain/check-form';
export { firstValues } from './domain/first-values';
export { privateFieldsOf, withPrivate } from './domain/private-fields';
export {
  bilingual,
  dayField,
  filesField,
  flow,
  hrStep,
  managerStep,
  periodField,
  placeField,
  reasonField,
  secondManagerStep,
  shippedType,
  step,
  timeField,
} from './domain/shipped';
