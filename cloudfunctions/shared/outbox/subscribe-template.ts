import type { TemplateUse } from '#contracts/message';

/** What a subscribe message can say. */
export type TemplateField = 'what' | 'state' | 'who' | 'at';

/** A template of this environment, and its key for each thing to say, such as `thing1`. */
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
 * The templates that the function's environment variables name: `<template id>`, and behind it the template's keys
 * where they are others than usual: `<template id>;what=thing4;state=phrase1;at=date2`. A use without a variable
 * is not offered.
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

/** What the Mini Program needs to ask for consent. */
export const idsOf = (templates: Templates): Partial<Record<TemplateUse, string>> =>
  Object.fromEntries(Object.entries(templates).map(([use, { id }]) => [use, id]));
