import { Query } from 'mingo/query';
import { CloudError } from '../cloud-error';
import type { Document, Fields } from './document';
import { idFirst } from './operators/stages';
import { LANGUAGE } from './query-language';
import { sorted } from './sorting';
import { withTimeout } from './with-timeout';

export interface Page {
  order?: Fields;
  offset?: number;
  limit?: number;
  projection?: Fields;
}

/** @throws CloudError DATABASE_INVALID_OPERRATOR if the filter holds an operator that is not supported */
export function matcher(filter: Fields): (document: Document) => boolean {
  const query = withPlatformErrors(() => new Query(filter, LANGUAGE));
  return (document) => withPlatformErrors(() => query.test(document));
}

/** Sorts, limits and projects. The documents returned are, or share values with, those given. */
export function page(documents: Document[], { order, offset = 0, limit, projection }: Page): Fields[] {
  return withPlatformErrors(() => {
    const inOrder = order ? sorted(documents, order) : documents;
    const rows = inOrder.slice(offset, limit === undefined ? undefined : offset + limit);
    if (!projection) return rows;
    const find = () => new Query({}, LANGUAGE).find<Fields>(rows, projection as never).all();
    const projected = withTimeout(projection, find);
    return projected.map((row) => idFirst(row) as Fields);
  });
}

/** Runs the query library and converts its errors into the platform's. */
export function withPlatformErrors<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof CloudError) throw error;
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : 'unknown';
    throw new CloudError('DATABASE_INVALID_OPERRATOR', `[FailedOperation] The query is not valid: ${why}`);
  }
}
