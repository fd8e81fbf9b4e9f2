declare global {
  var __logicScope: (absent: readonly string[]) => [typeof Function, object, object];
}

/**
 * Provides the wrapper of the Mini Program's code with `Function`, `globalThis` and `global`, see
 * build/logic-scope.ts.
 */
export function installLogicScope(): void {
  globalThis.__logicScope = (absent) => {
    const scope = restrictedGlobal(new Set(absent));
    const constructors = refusingFunction(scope);
    return [constructors, scope, scope];
  };
}

/** `globalThis` of the logic layer: the language's and the platform's names, without the browser's. */
function restrictedGlobal(absent: ReadonlySet<string>): object {
  const own: Record<PropertyKey, unknown> = Object.create(null);
  const isShared = (key: PropertyKey): boolean =>
    Object.hasOwn(globalThis, key) && !(typeof key === 'string' && absent.has(key));
  const scope: object = new Proxy(own, {
    has: (_, key) => key in own || isShared(key),
    get(_, key) {
      if (key in own) return own[key];
      return isShared(key) ? Reflect.get(globalThis, key) : undefined;
    },
  });
  own.globalThis = scope;
  // WeChat's own libraries read it without checking that it exists.
  own.global = scope;
  own.eval = undefined;
  return scope;
}

const RETURNS_THIS = /^\s*return\s+this\s*;?\s*$/;

/** WeChat does not compile text, with one exception for libraries that look up the global object. */
function refusingFunction(scope: Record<PropertyKey, unknown> | object): typeof Function {
  const make = (parts: readonly unknown[]): (() => object) => {
    if (parts.length === 1 && RETURNS_THIS.test(String(parts[0]))) return () => scope;
    throw new EvalError('WeChat does not run code from text: new Function(…) is refused');
  };
  const refusing = new Proxy(Function, {
    apply: (_, __, parts: unknown[]) => make(parts),
    construct: (_, parts: unknown[]) => make(parts),
  });
  Reflect.set(scope, 'Function', refusing);
  // `(() => {}).constructor` must lead to the same refusal.
  const kinds = [() => undefined, async () => undefined, function* () {}, async function* () {}];
  for (const kind of kinds) {
    Object.defineProperty(Object.getPrototypeOf(kind), 'constructor', {
      value: refusing,
      configurable: true,
      writable: true,
    });
  }
  return refusing;
}
