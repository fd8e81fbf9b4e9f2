/** A door for who has to know whether a WeChat user is somebody of the company. */
export { findBinding } from './data/bindings';
