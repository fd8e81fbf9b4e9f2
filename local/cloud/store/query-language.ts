import { Context, ProcessingMode } from 'mingo/core';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import type { Options } from 'mingo/types';
import { geoOperators } from './geo/geo-operators';
import { accumulators } from './operators/accumulators';
import { $dateToString } from './operators/date-text';
import { datePartOperators } from './operators/dates';
import { ACCUMULATORS, EXPRESSIONS, only, QUERIES, STAGES } from './operators/platform-operators';
import { queryOperators } from './operators/query-operators';
import { stageOperators } from './operators/stages';
import { stringOperators } from './operators/strings';
import { valueOperators } from './operators/values';

const library = { ...expression } as Record<string, unknown>;
const own = {
  ...valueOperators(library),
  ...stringOperators,
  ...datePartOperators,
  ...accumulators,
  $dateToString,
};

/** The operators that the platform documents: the query library's, and our replacements for those that differ. */
const context = Context.init({
  expression: only([...EXPRESSIONS, ...ACCUMULATORS], { ...library, ...own }),
  pipeline: only(STAGES, { ...pipeline, ...stageOperators(pipeline) }),
  projection,
  query: only(QUERIES, { ...query, ...queryOperators, ...geoOperators }),
} as never);

/** `$where` and `$function` would run code from a request. */
export const LANGUAGE: Options = {
  idKey: '_id',
  scriptEnabled: false,
  useStrictMode: true,
  failOnError: true,
  processingMode: ProcessingMode.CLONE_OFF,
  context,
};
