/** Pure rules and types that other features build on. */
export { checkForm, periodsOf, valuesOfKind } from './domain/check-form';
export { privateFieldsOf, withPrivate } from './domain/private-fields';
