import type { ProposalChange, ProposalStep, ProposalView } from '#contracts/goal-push';
import type { GoalsContract } from '#contracts/goals';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { proposalLine } from '../../../../components/proposal-list/proposal-list.view';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText, instantText } from '../../../../utils/dates';
import { measureText } from '../../measure-text';

export interface ProposalModel {
  readonly sheetId: string;
  readonly id: string;
  readonly data: GoalsContract['proposal']['output'] | null;
  /** Whether the reason of a withdrawal is being written. */
  readonly withdrawing: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** `新增成交客户 目标：38 → 30` */
function changeText({ title, what, before, after }: ProposalChange, words: Words): string {
  const shown = (value: ProposalChange['before']): string => {
    if (value === null || value === '') return words.t('proposal.none');
    return what === 'deadline' ? dayText(value as never, words) : String(value);
  };
  return words.t('proposal.change', {
    title: words.t('proposal.changeOf', {
      title: title || words.t('proposal.own'),
      what: words.t(`proposal.what.${what}`),
    }),
    before: shown(before),
    after: shown(after),
  });
}

function stepView({ at, by, what, changes, reason }: ProposalStep, index: number, words: Words) {
  const name = words.language === 'en' ? by.nameEn || by.name : by.name;
  return {
    key: String(index),
    title: words.t(`proposal.done.${what}`, { name }),
    time: instantText(at, CHINA_UTC_OFFSET, words),
    reason,
    changes: changes.map((each, at_) => ({ key: String(at_), text: changeText(each, words) })),
  };
}

function roomOf({ room, canAnswer, canDecide, state }: ProposalView, words: Words) {
  const isAsked = canAnswer || (canDecide && state === 'countered');
  if (!isAsked) return { title: '', rows: [] };
  if (!room) return { title: words.t('proposal.noRoom'), rows: [] };
  const rows = room.map(({ title, before, after, agreedWith: by }, index) => ({
    key: String(index),
    text: words.t('proposal.change', {
      title: by
        ? words.t('proposal.agreedWith', {
            title,
            name: words.language === 'en' ? by.nameEn || by.name : by.name,
          })
        : title,
      before,
      after,
    }),
  }));
  return { title: rows.length > 0 ? words.t('proposal.room') : '', rows };
}

/** A pushed goal: what is asked for, what was answered, and what can be done. */
export function proposalView({ data, withdrawing, failure, busy }: ProposalModel, words: Words) {
  const proposal = data?.proposal ?? null;
  const counter = proposal?.counter ?? null;
  const asked = counter ? (proposal?.history.find(({ what }) => what === 'countered')?.changes ?? []) : [];
  const isCountered = proposal?.state === 'countered';
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    head: proposal ? proposalLine(proposal, words) : null,
    owner: data ? words.t('proposal.of', { name: words.pick(data.owner.name) }) : '',
    weight: proposal ? words.t('proposal.weight', { weight: proposal.objective.weight }) : '',
    reminded:
      proposal && proposal.reminded !== 'nobody' && proposal.state === 'open'
        ? words.t(`proposal.reminded.${proposal.reminded}`)
        : '',
    rows: (proposal?.objective.keyResults ?? []).map((each) => ({
      id: each.id,
      title: each.title,
      figure: measureText(each, words),
      weight: words.t('proposal.weight', { weight: each.weight }),
    })),
    counter: counter
      ? {
          reason: counter.reason,
          rows: asked.map((each, index) => ({ key: String(index), text: changeText(each, words) })),
        }
      : null,
    room: proposal ? roomOf(proposal, words) : { title: '', rows: [] },
    history: (proposal?.history ?? []).map((step, index) => stepView(step, index, words)),
    canAnswer: proposal?.canAnswer === true,
    canConfirm: proposal?.canAnswer === true && proposal.room !== null,
    canDecide: proposal?.canDecide === true,
    canAccept: proposal?.canDecide === true && isCountered && proposal.room !== null,
    busy,
    withdrawing,
    withdrawAsk: proposal ? words.t('proposal.withdrawAsk', { title: proposal.title }) : '',
    text: labels(words),
  };
}

const labels = (words: Words) => ({
  retry: words.t('common.retry'),
  loadFailed: words.t('proposal.loadFailed'),
  counter: words.t('proposal.counter'),
  history: words.t('proposal.history'),
  confirm: words.t('proposal.confirm'),
  counterGo: words.t('proposal.counterGo'),
  accept: words.t('proposal.accept'),
  change: words.t('proposal.changeGo'),
  withdraw: words.t('proposal.withdraw'),
  withdrawReason: words.t('proposal.withdrawReason'),
  cancel: words.t('common.cancel'),
});
