import { createContext, Script } from 'node:vm';
import { CloudError } from '../cloud-error';
import { isFields, type Value } from './document';

/** Far more than any regular expression without catastrophic backtracking needs. */
const REGEXP_TIMEOUT_MS = 1000;

/** V8 can interrupt a script, even inside of a regular expression. */
const script = new Script('run()');
const context = createContext({});

/**
 * Runs a read-only query. With a regular expression it may take one second: `(a+)+$` on the wrong text would take
 * years and block all other calls. Without one it may take `defaultTimeout` ms.
 * @throws CloudError DATABASE_REQUEST_FAILED naming the expressions
 */
export function withTimeout<T>(question: Value, run: () => T, defaultTimeout?: number): T {
  const expressions = expressionsOf(question);
  const timeout = expressions.length > 0 ? REGEXP_TIMEOUT_MS : defaultTimeout;
  if (timeout === undefined) return run();
  try {
    context.run = run;
    return script.runInContext(context, { timeout }) as T;
  } catch (error) {
    if (Object(error).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    const suspect = expressions.length > 0 ? `: does a regular expression run away? ${expressions}` : '';
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `[FailedOperation] operation exceeded time limit of ${timeout} ms${suspect}`,
    );
  }
}

/** The expression of `$regex`, `$regexMatch` and similar may come from a document. */
function expressionsOf(value: Value): string[] {
  if (value instanceof RegExp) return [String(value)];
  if (Array.isArray(value)) return value.flatMap(expressionsOf);
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key.startsWith('$regex') ? [JSON.stringify(item)] : expressionsOf(item),
  );
}
