import globals from 'globals';

/** Globals of a browser that the platform's script engine has too. */
const PROVIDED: ReadonlySet<string> = new Set([
  'console',
  'setTimeout',
  'setInterval',
  'clearTimeout',
  'clearInterval',
]);

/** `WebAssembly` is `WXWebAssembly` on WeChat. */
const ABSENT: readonly string[] = [
  ...Object.keys(globals.browser).filter((name) => !PROVIDED.has(name)),
  'WebAssembly',
];

interface Wrapper {
  readonly banner: string;
  readonly footer: string;
}

/**
 * Code around the bundle that gives it the scope of WeChat's logic layer: strict mode, no browser globals, no `eval`,
 * `Function`, `globalThis` and `global` as `runtime/framework/logic-scope.ts` makes them.
 * The templates stay outside of strict mode, because WXS is.
 * Facts: https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html
 */
export function logicScope(templates: string): Wrapper {
  return {
    banner: `(function(Function,globalThis,global){var eval,${ABSENT.join(',')};
var __templates=${templates};
(function(){"use strict";`,
    footer: `})()}).apply(undefined,__logicScope(${JSON.stringify(ABSENT)}));`,
  };
}
