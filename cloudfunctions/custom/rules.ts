export { enteredByHrRules, plainRules } from './domain/plain-rules';
