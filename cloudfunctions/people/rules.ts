/** Pure rules and types that other features build on. */
export { briefOf } from './domain/person-brief';
