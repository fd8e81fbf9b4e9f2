export { ANONYMOUS, isRelation } from './domain/review';
