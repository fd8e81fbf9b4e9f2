import type { ConsentRow } from '#contracts/goal-align';
import type { ProposalRow } from '#contracts/goal-push';
import type { GoalsContract } from '#contracts/goals';
import { type ProposalLine, proposalLine } from '../../../../components/proposal-list/proposal-list.view';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';

export interface PushedModel {
  readonly data: GoalsContract['pushed']['output'] | null;
  /** The alignment whose refusal is being written, by its place in the list. */
  readonly declining: number | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** The key of a row of the lists: its sheet and its id. */
const rowKey = ({ cycleId, owner, id }: ProposalRow): string => {
  const { owner: whose } = owner;
  const key = whose.kind === 'company' ? 'c' : `${whose.kind === 'person' ? 'p' : 'd'}-${whose.id}`;
  return `${cycleId}:${key}/${id}`;
};

const isWaiting = ({ state }: ProposalRow): boolean => state === 'open' || state === 'countered';

/** What waits for the reader, and what they have pushed. */
export function pushedView({ data, declining, failure, busy }: PushedModel, words: Words) {
  const rows = data?.rows ?? [];
  const others = rows.filter((row) => !row.isMine);
  const waiting = others.filter(isWaiting);
  const line = (row: ProposalRow): ProposalLine => ({
    ...proposalLine(row, words, words.pick(row.owner.name)),
    id: rowKey(row),
  });
  const isReminded = waiting.some(({ reminded }) => reminded !== 'nobody');
  const lists = [
    { id: 'mine', rows: rows.filter(({ isMine }) => isMine).map((row) => mineLine(row, words)) },
    { id: 'waiting', rows: waiting.map(line) },
    { id: 'done', rows: others.filter((row) => !isWaiting(row)).map(line) },
  ] as const;
  return {
    mode: data ? (rows.length + data.consents.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure && !data ? errorText(failure, words) : '',
    notice: failure && data ? errorText(failure, words) : '',
    summary:
      waiting.length > 0
        ? words.t(isReminded ? 'pushedGoals.summaryReminded' : 'pushedGoals.summary', {
            count: waiting.length,
          })
        : '',
    busy,
    declining: declining !== null,
    subject: subjectOf(data?.consents[declining ?? -1]),
    consents: (data?.consents ?? []).map((row, index) => consentLine(row, index, words)),
    lists: lists
      .filter((list) => list.rows.length > 0)
      .map((list) => ({ ...list, title: words.t(`pushedGoals.${list.id}`) })),
    text: {
      consents: words.t('pushedGoals.consents'),
      agree: words.t('pushedGoals.agree'),
      decline: words.t('pushedGoals.decline'),
      declineAsk: words.t('pushedGoals.declineAsk'),
      declineNote: words.t('pushedGoals.declineNote'),
      cancel: words.t('common.cancel'),
      retry: words.t('common.retry'),
      loadFailed: words.t('pushedGoals.loadFailed'),
      empty: words.t('pushedGoals.empty'),
      emptyText: words.t('pushedGoals.emptyText'),
    },
  };
}

/** What a refusal is about. */
const subjectOf = (row: ConsentRow | undefined): string =>
  row ? [row.objectiveId, row.place.sheetId, row.place.objectiveId].join('/') : '';

/** Whose objective is to count for which of the reader's. */
function consentLine({ owner, title, above }: ConsentRow, index: number, words: Words) {
  const name = words.pick(owner.name);
  return { key: String(index), name, text: words.t('pushedGoals.consent', { name, title, above }) };
}

/** Of a goal that waits for the reader: who it is from, or whose change has to be answered. */
const mineLine = (row: ProposalRow, words: Words): ProposalLine => ({
  ...proposalLine(row, words, row.state === 'countered' ? words.pick(row.owner.name) : ''),
  id: rowKey(row),
});
