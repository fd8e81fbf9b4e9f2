import path from 'node:path';
import compat from 'core-js-compat';
import { getBrowsersList, getPolyfillInfo } from 'miniprogram-compat';
import { readJson } from '../../lib/files';
import { ROOT } from '../../lib/root';

/** Names that scripts must not use at a level of the base library. */
export interface MissingBuiltins {
  /** Free identifiers: `structuredClone`. */
  readonly globals: ReadonlySet<string>;
  /** `Object.groupBy`, as written. */
  readonly statics: ReadonlySet<string>;
  /** Methods of instances, by name alone: `toSorted`. */
  readonly methods: ReadonlySet<string>;
}

/** Builtins of browsers or Node that no Mini Program has, regardless of its base library. */
const NOT_IN_MINI_PROGRAMS = [
  ...['window', 'document', 'localStorage', 'sessionStorage', 'navigator', 'location', 'history', 'alert'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'AbortController', 'MessageChannel', 'BroadcastChannel'],
  ...['Blob', 'File', 'FileReader', 'FormData', 'Image', 'URL', 'URLSearchParams', 'TextEncoder'],
  ...['TextDecoder', 'atob', 'btoa', 'crypto', 'performance', 'requestAnimationFrame', 'requestIdleCallback'],
  ...['process', 'Buffer', 'setImmediate', 'structuredClone'],
  // Code from text does not run.
  ...['eval', 'Function'],
];

/** Missing from part of the phones at this level, with nothing that stands in; core-js does not know them. */
const NOT_ON_EVERY_PHONE = [
  ...['Intl', 'BigInt', 'WeakRef', 'FinalizationRegistry', 'SharedArrayBuffer', 'Atomics', 'WebAssembly'],
];

/** Owners whose members are called on the constructor, and members for which that holds with other owners. */
const STATIC_OWNERS = ['object', 'math', 'symbol', 'promise', 'regexp', 'error'];
const STATIC_MEMBERS = ['from', 'from-async', 'from-base64', 'from-hex', 'group-by'];
/** `map` of an iterator and `map` of an array cannot be told apart by their name. */
const UNRECOGNISABLE = ['iterator', 'async-iterator'];

/** The base library that the project declares. */
export function declaredBaseLibrary(): string {
  return readJson<{ libVersion: string }>(path.join(ROOT, 'project.config.json')).libVersion;
}

/**
 * Builtins that are neither native on every phone with this base library nor polyfilled by it, by WeChat's own
 * table (`miniprogram-compat`) and that of core-js. @throws Error for a version that the table does not know
 */
export function missingBuiltins(baseLibrary: string): MissingBuiltins {
  const phones = getBrowsersList(baseLibrary);
  const polyfills = getPolyfillInfo(baseLibrary);
  if (!phones || !polyfills) throw new Error(`miniprogram-compat does not know base library ${baseLibrary}`);
  const modules = compat({ targets: phones.join(', ') }).list.filter(
    (name) => name.startsWith('es.') && !polyfills.coreJsModules.includes(name),
  );
  return namesOf(modules.map((name) => name.split('.')));
}

/** `es.array.to-sorted` -> method `toSorted`, `es.object.group-by` -> static `Object.groupBy`. */
function namesOf(modules: readonly (readonly string[])[]): MissingBuiltins {
  const globals = new Set([...NOT_IN_MINI_PROGRAMS, ...NOT_ON_EVERY_PHONE]);
  const statics = new Set<string>();
  const methods = new Set<string>();
  for (const [, owner = '', member = ''] of modules) {
    if (member === 'constructor' || member === '') globals.add(pascal(owner));
    else if (STATIC_OWNERS.includes(owner) || STATIC_MEMBERS.includes(member))
      statics.add(`${pascal(owner)}.${camel(member)}`);
    else if (!UNRECOGNISABLE.includes(owner)) methods.add(camel(member));
  }
  return { globals, statics, methods };
}

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string): string =>
  name === 'regexp' ? 'RegExp' : camel(name).replace(/^\w/, (letter) => letter.toUpperCase());
