import { titleText } from '../../components/request-card/request-card.view';
import { personName } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import { commentOn, type PendingModel, type SheetModel } from './pending.model';

type SheetAction = 'approve' | 'return' | 'transfer' | 'add-signer' | 'open';

export interface SheetView {
  /** Which sheet is shown: the list of actions, or the comment field. */
  readonly up: 'none' | 'more' | 'comment';
  readonly kind: SheetModel['kind'];
  readonly subject: string;
  /** What was written before. */
  readonly first: string;
  readonly title: string;
  readonly note: string;
  readonly ok: string;
  readonly placeholder: string;
  readonly tone: 'primary' | 'danger';
  readonly actions: readonly { readonly verb: SheetAction; readonly text: string }[];
}

function actionsOf({ cards: [card] }: SheetModel, words: Words): SheetView['actions'] {
  const texts: Readonly<Record<SheetAction, string>> = {
    approve: words.t('pending.more.approve'),
    return: words.t('pending.more.return'),
    transfer: words.t('pending.more.transfer'),
    'add-signer': words.t('pending.more.addSigner'),
    open: words.t('pending.more.open'),
  };
  // A cancellation request has no form to return for changes.
  const verbs = (Object.keys(texts) as SheetAction[]).filter(
    (verb) => verb !== 'return' || card?.cancels === null,
  );
  return verbs.map((verb) => ({ verb, text: texts[verb] }));
}

function titleOf({ kind, cards }: SheetModel, words: Words): string {
  if (kind === 'reject' && cards.length > 1)
    return words.t('pending.rejectManyTitle', { count: cards.length });
  const titles = {
    more: words.t('pending.more.title'),
    approve: words.t('pending.more.approve'),
    reject: words.t('pending.rejectTitle'),
    return: words.t('pending.more.returnTitle'),
  };
  return titles[kind];
}

/** Applicant and title, so that the person sees which request the comment is for. */
function noteOf({ cards }: SheetModel, words: Words): string {
  const [card] = cards;
  if (!card || cards.length > 1) return '';
  return words.t('pending.subject', {
    name: personName(card.applicant, words),
    title: titleText(card, words),
  });
}

const noSheet: SheetView = {
  up: 'none',
  kind: 'more',
  subject: '',
  first: '',
  title: '',
  note: '',
  ok: '',
  placeholder: '',
  tone: 'primary',
  actions: [],
};

/** The bottom sheet for one or several cards. */
export function sheetView(model: PendingModel, words: Words): SheetView {
  const { sheet } = model;
  if (!sheet) return noSheet;
  const oks = {
    more: '',
    approve: words.t('pending.approve'),
    reject: words.t('pending.rejectOk'),
    return: words.t('pending.more.returnOk'),
  };
  return {
    up: sheet.kind === 'more' ? 'more' : 'comment',
    kind: sheet.kind,
    subject: [sheet.kind, ...sheet.cards.map(({ id }) => id)].join('/'),
    first: commentOn(model, sheet),
    title: titleOf(sheet, words),
    note: noteOf(sheet, words),
    ok: oks[sheet.kind],
    placeholder: words.t(
      sheet.kind === 'approve' ? 'pending.more.approvePlaceholder' : 'pending.rejectPlaceholder',
    ),
    tone: sheet.kind === 'reject' ? 'danger' : 'primary',
    actions: sheet.kind === 'more' ? actionsOf(sheet, words) : [],
  };
}
