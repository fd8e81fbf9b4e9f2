/** The interface for other features: pure rules and types. */
export { checkForm, periodsOf, valuesOfKind } from './domain/check-form';
export { firstValues } from './domain/first-values';
export { mapPrivateFields, privateFieldsOf } from './domain/private-fields';
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
