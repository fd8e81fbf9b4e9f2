import type { Day } from '#contracts/common';
import type { FeedbackNoteView } from '#contracts/feedback';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText, instantText } from '../../../../utils/dates';

const VISIBILITIES = ['receiver', 'manager'] as const;

export interface NoteModel {
  readonly id: string;
  readonly note: FeedbackNoteView | null;
  /** The answer to a question, as far as it is written. */
  readonly answer: string;
  readonly visibility: 'receiver' | 'manager';
  readonly replying: boolean;
  /** What the receiver will do, is being written. */
  readonly improving: boolean;
  readonly dueOn: Day;
  readonly today: Day;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** A note between two people. */
export function noteScreen(model: NoteModel, words: Words) {
  const { note, failure, busy, answer, visibility } = model;
  return {
    mode: note ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    ...(note ? partsOf(note, words) : NO_PARTS),
    answer,
    visibilities: VISIBILITIES.map((id) => ({
      ...{ id, on: id === visibility, text: words.t(`feedbackForm.visibilities.${id}`) },
    })),
    visibilityNote: words.t(`feedbackForm.visibilityNote.${visibility}`),
    canSend: answer.trim() !== '' && !busy,
    replying: model.replying,
    improving: model.improving,
    dueOn: model.dueOn,
    today: model.today,
    dueText: dayText(model.dueOn, words),
    busy,
    text: labels(words),
  };
}

const NO_PARTS = {
  ...{ title: '', meta: '', tags: [], question: '', state: '', words: '', readers: '', replies: [] },
  ...{ mayAnswer: false, mayReply: false, mayWithdraw: false },
  ...{ mayImprove: false, planId: '' },
};

function partsOf(note: FeedbackNoteView, words: Words) {
  const { from, to, state, kind, topic, at, question, dueOn, visibility } = note;
  const [name, receiver] = [personName(from, words), personName(to, words)];
  const isOpen = state === 'asked' || state === 'declined';
  return {
    title: words.t(isOpen ? 'note.asked' : 'note.from', { name, to: receiver }),
    meta: [topic?.title ?? '', instantText(at, CHINA_UTC_OFFSET, words)]
      .filter(Boolean)
      .join(words.t('common.separator')),
    tags: kind === 'praise' ? [{ id: 'praise', text: words.t('feedbackList.tags.praise') }] : [],
    question: question ?? '',
    state: stateText(state, { name, day: dueOn ? dayText(dueOn, words) : '' }, words),
    words: note.text,
    readers:
      state === 'given'
        ? words.t('feedbackForm.readBy', { who: words.t(`feedbackForm.visibilities.${visibility}`) })
        : '',
    replies: note.replies.map(({ at: when, text }, index) => ({
      ...{ key: String(index), text, when: instantText(when, CHINA_UTC_OFFSET, words) },
    })),
    mayAnswer: note.may.answer,
    mayReply: note.may.reply,
    mayWithdraw: note.may.withdraw,
    mayImprove: note.may.improve,
    planId: note.planId ?? '',
  };
}

function stateText(
  state: FeedbackNoteView['state'],
  data: { readonly name: string; readonly day: string },
  words: Words,
): string {
  if (state === 'asked') return words.t('note.waiting', data);
  if (state === 'declined') return words.t('note.declined', data);
  return state === 'withdrawn' ? words.t('note.withdrawn') : '';
}

const labels = (words: Words) => ({
  retry: words.t('common.retry'),
  cancel: words.t('common.cancel'),
  loadFailed: words.t('note.loadFailed'),
  question: words.t('note.question'),
  visibility: words.t('feedbackForm.visibility'),
  replies: words.t('note.replies'),
  reply: words.t('note.reply'),
  replyHint: words.t('note.replyHint'),
  answer: words.t('note.answer'),
  answerHint: words.t('feedbackForm.textHint'),
  decline: words.t('note.decline'),
  withdraw: words.t('note.withdraw'),
  improve: words.t('note.improve'),
  improveHint: words.t('planForm.measureHint'),
  openPlan: words.t('note.openPlan'),
  due: words.t('planForm.due'),
});
