export { enteredByHrRules } from './domain/plain-rules';
