import { titleText } from '../../components/request-card/request-card.view';
import { errorText } from '../../locales/error-text';
import { periodText, personName } from '../../locales/request-text';
import type { TextKey } from '../../locales/texts';
import type { Words } from '../../locales/words';
import type { DecisionResult } from '../../services/decisions';
import type { PendingModel } from './pending.model';

export interface OutcomeView {
  readonly show: boolean;
  readonly title: string;
  readonly rows: readonly {
    readonly id: string;
    readonly subject: string;
    readonly when: string;
    readonly text: string;
    readonly tone: 'ok' | 'bad';
  }[];
}

/** The result of one card: its decision, its new state if it has changed meanwhile, or the error. */
function resultText(result: DecisionResult, model: PendingModel, words: Words): string {
  const { failure } = result;
  if (!failure) return words.t(`pending.outcome.${result.verb}`);
  if (failure.code !== 'REQUEST_CHANGED') return errorText(failure, words, model.utcOffset);
  return words.t(`pending.changed.${String(failure.data.state)}` as TextKey);
}

/** Results of the last decision by card, failures first. */
export function outcomeView(model: PendingModel, words: Words): OutcomeView {
  const results = model.outcome ?? [];
  const failed = results.filter(({ failure }) => failure).length;
  const title = words.t(failed > 0 ? 'pending.outcome.partly' : 'pending.outcome.all', {
    done: results.length - failed,
    failed,
    count: results.length,
  });
  const rows = results.map((result) => ({
    id: result.card.id,
    subject: words.t('pending.subject', {
      name: personName(result.card.applicant, words),
      title: titleText(result.card, words),
    }),
    when: result.card.period ? periodText(result.card.period, words) : '',
    text: resultText(result, model, words),
    tone: result.failure ? ('bad' as const) : ('ok' as const),
  }));
  const ordered = [...rows.filter(({ tone }) => tone === 'bad'), ...rows.filter(({ tone }) => tone === 'ok')];
  return { show: results.length > 0, title: results.length > 0 ? title : '', rows: ordered };
}
