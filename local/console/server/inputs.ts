import {
  type GenericSchema,
  integer,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  picklist,
  pipe,
  regex,
  safeParse,
  strictObject,
  string,
} from 'valibot';
import { CloudError } from '../../cloud';
import type { ConsoleApi, ConsoleFiles } from '../shared/console-api';

const name = pipe(string(), maxLength(200));
const offset = pipe(number(), integer(), minValue(0));
/** Until 2100, as epoch ms. */
const instant = pipe(number(), integer(), minValue(0), maxValue(4_102_444_800_000));
const query = { collection: name, filter: string(), sort: string() };

type Schemas<Api> = { readonly [Name in keyof Api]: GenericSchema<unknown, Api[Name]> };
type Inputs = { readonly [Name in keyof ConsoleApi]: ConsoleApi[Name]['input'] };

export const INPUTS: Schemas<Inputs & ConsoleFiles> = {
  state: strictObject({}),
  collections: strictObject({}),
  find: strictObject({ ...query, offset }),
  functions: strictObject({}),
  run: strictObject({
    name,
    event: string(),
    as: picklist(['console', 'timer', 'employee', 'openid']),
    who: name,
    now: nullable(instant),
  }),
  runs: strictObject({}),
  timers: strictObject({}),
  runTimer: strictObject({ name }),
  files: strictObject({ prefix: name, offset }),
  messages: strictObject({ offset }),
  export: strictObject({ ...query, format: picklist(['json', 'csv']) }),
  file: strictObject({ path: pipe(string(), maxLength(1000)) }),
};

/** At least one letter: the SDK would read digits alone as a number. */
const openid = pipe(string(), regex(/^(?=.*[A-Za-z])[A-Za-z0-9_-]{1,64}$/));

export const readOpenid = (who: string): string => read('openid', openid, who);

/** @throws CloudError INVALID_PARAM naming the invalid value */
export function read<Shape>(what: string, schema: GenericSchema<unknown, Shape>, value: unknown): Shape {
  const { success, output, issues } = safeParse(schema, value);
  if (success) return output;
  throw new CloudError('INVALID_PARAM', `The ${what} does not fit: ${issues[0]?.message}`);
}
