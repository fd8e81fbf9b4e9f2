import type { TemplateUse } from '#contracts/message';

/** The values that a subscribe message can show. */
export type TemplateField = 'what' | 'state' | 'who' | 'at';

/** A template of this environment, and its key for each field, such as `thing1`. */
export interface SubscribeTemplate {
  readonly id: string;
  readonly keys: Readonly<Partial<Record<TemplateField, string>>>;
}

export type Templates = Readonly<Partial<Record<TemplateUse, SubscribeTemplate>>>;

const FIELDS: ReadonlySet<string> = new Set<TemplateField>(['what', 'state', 'who', 'at']);
const USES = {
  result: {
    variable: 'SUBSCRIBE_RESULT',
    keys: { what: 'thing1', state: 'phrase2', at: 'time3' },
  },
  waiting: {
    variable: 'SUBSCRIBE_WAITING',
    keys: { what: 'thing1', who: 'thing2', at: 'time3' },
  },
} as const;

/**
 * The templates configured by environment variables: `<template id>`, optionally followed by keys that differ
 * from the defaults: `<template id>;what=thing4;state=phrase1;at=date2`. A use without a variable is not
 * offered.
 */
export function templatesOf(env: Readonly<Record<string, string | undefined>>): Templates {
  const found = Object.entries(USES).flatMap(([use, { variable, keys }]) => {
    const [id = '', ...named] = (env[variable] ?? '').split(';').map((part) => part.trim());
    return id === '' ? [] : [[use, { id, keys: named.length > 0 ? keysOf(named) : keys }] as const];
  });
  return Object.fromEntries(found);
}

function keysOf(named: readonly string[]): SubscribeTemplate['keys'] {
  const pairs = named.map((part) => part.split('=')).filter(([field = '', key]) => FIELDS.has(field) && key);
  return Object.fromEntries(pairs);
}

/** The template ids by which the Mini Program asks for consent. */
export const idsOf = (templates: Templates): Partial<Record<TemplateUse, string>> =>
  Object.fromEntries(Object.entries(templates).map(([use, { id }]) => [use, id]));
