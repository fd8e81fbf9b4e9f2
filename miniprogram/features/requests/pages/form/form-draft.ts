import { serverNow } from '../../../../services/clock';
import type { Link } from '../../../../services/screen';
import { dropDraft, findDraft, keepDraft } from '../../drafts';
import { type FormModel, keptValues, type TypeBrief, typeOf } from '../../form.model';

/** Debounce, ms. */
const PAUSE = 600;

/** Identifies the form that a link opens. */
const formOf = (link: Link): string =>
  Object.entries(link)
    .flatMap(([name, value]) => (value ? [`${name}=${value}`] : []))
    .sort()
    .join('&');

/** The draft of an open form: found again, kept while it is filled in, dropped once it is sent. */
export function createDraft(model: () => FormModel, link: Link) {
  let first: FormModel['values'] | null = null;
  let kept: FormModel['values'] | null = null;
  let timer = 0;
  const key = () => ({ employeeId: model().start?.applicantId ?? '', form: formOf(link) });

  /** What the form begins with: the draft, where there is one. */
  function restore(type: TypeBrief, values: FormModel['values']): Pick<FormModel, 'values' | 'draftAt'> {
    const draft = findDraft(key(), serverNow());
    first = values;
    kept = draft ? { ...values, ...keptValues(type, draft.values) } : values;
    return { values: kept, draftAt: draft?.at ?? null };
  }

  /** Keeps what was filled in; a form that is as it began is no draft. */
  function keep(): void {
    clearTimeout(timer);
    const { values, phase } = model();
    const type = typeOf(model());
    if (!type || first === null || phase === 'sent' || values === kept) return;
    kept = values;
    if (JSON.stringify(values) === JSON.stringify(first)) drop();
    else keepDraft(key(), type, values, serverNow());
  }

  function keepSoon(): void {
    if (first === null || model().values === kept) return;
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  }

  const drop = (): void => dropDraft(key(), serverNow());

  return { restore, keep, keepSoon, drop, first: () => first };
}
