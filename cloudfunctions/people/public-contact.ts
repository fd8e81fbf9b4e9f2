/** A door for who tells people: their language and WeChat bindings. */
export { findBindingsOf } from './data/bindings';
export { findProfile } from './data/find-profile';
