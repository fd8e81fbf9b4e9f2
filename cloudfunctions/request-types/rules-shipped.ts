/** A door for kinds: what their shipped types and first values are made of. */
export { firstValues } from './domain/first-values';
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
