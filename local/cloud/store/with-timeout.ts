import { createContext, Script } from 'node:vm';
import { CloudError } from '../cloud-error';
import { isFields, type Value } from './document';

/** For a question with regular expressions, ms: far more than any needs that does not run away. */
const REGEXP_TIMEOUT_MS = 1000;

/** The engine can stop what runs in a script, even inside of a regular expression. */
const script = new Script('run()');
const context = createContext({});

/**
 * Runs what only reads. With a regular expression in its question it may take a second: `(a+)+$` on the wrong text
 * would take years, and everybody else would wait. Without one it may take `otherwise` ms.
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

/** `$regex`, `$regexMatch` and their like may get theirs from a document. */
function expressionsOf(value: Value): string[] {
  if (value instanceof RegExp) return [String(value)];
  if (Array.isArray(value)) return value.flatMap(expressionsOf);
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key.startsWith('$regex') ? [JSON.stringify(item)] : expressionsOf(item),
  );
}
