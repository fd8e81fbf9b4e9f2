export { ANONYMOUS } from './domain/review';
