/** The interface for other features: pure rules and types. */
export { checkForm, periodsOf, valuesOfKind } from './domain/check-form';
export { mapPrivateFields, privateFieldsOf } from './domain/private-fields';
