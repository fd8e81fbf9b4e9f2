/** The interface for other features: pure rules and types. */
export { briefOf } from './domain/person-brief';
