import { getDotPath, safeParse } from 'valibot';
import { AppError } from '../errors/app-error';
import type { InputSchema } from './action';
import { truncatePath } from './read-event';

/** The typed input. @throws AppError INPUT_INVALID with the first invalid field and the violated rule */
export function readInput<Input>(schema: InputSchema<Input>, input: unknown): Input {
  const result = safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const rule = issue.kind === 'schema' && issue.expected === 'never' ? 'unknown-key' : issue.type;
  throw new AppError('INPUT_INVALID', { path: truncatePath(getDotPath(issue) ?? ''), rule });
}
