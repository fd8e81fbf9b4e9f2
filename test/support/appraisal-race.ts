import type { Answer } from '../unit/cloudfunctions/support/company';
import { openidOf, requestSeed, type Who } from '../unit/cloudfunctions/support/request-company';
import { type InstrumentOptions, openInstrumentedCompany } from './instrumented-company';

export type Documents = Record<string, Record<string, unknown>[]>;
type Call = { readonly requestId?: string; readonly now?: number };

/** The people of the request tests under an instrument, with the actions of `appraisal`. */
export async function openInstrumentedAppraisal(now: string, options: InstrumentOptions = {}) {
  const company = await openInstrumentedCompany(now, options);
  const act = (who: Who, action: string, input: object, call: Call = {}): Promise<Answer> =>
    company.act(openidOf(who), `appraisal.${action}`, input, call);
  return {
    ...company,
    ask: act,
    /** Puts the database to where a run begins: the people and these documents, and nothing else. */
    async begin(documents: Documents = {}): Promise<void> {
      company.clock.set(Date.parse(now));
      const none = company.db.collectionNames().map((name) => [name, []]);
      await company.db.replaceAll({ ...Object.fromEntries(none), ...requestSeed(), ...documents });
    },
  };
}

/** The codes of the answers, with the rule of those that have one. */
export const codesOf = (answers: readonly Answer[]): string[] =>
  answers.map(({ ok, error }) => (ok ? 'ok' : [error?.code, error?.data?.rule].filter(Boolean).join(' ')));
