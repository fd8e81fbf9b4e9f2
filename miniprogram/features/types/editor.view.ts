import type { LocalText } from '#contracts/common';
import { errorText } from '../../locales/error-text';
import { wayBack } from '../../locales/way-back';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';
import { type EditSection, rows } from './edit-row';
import { saveBar } from './save-bar.view';
import type { Path } from './type.model';

/** What the editors of request types, leave types and company rules have in common. */
export interface EditorState<About, Draft> {
  /** What the server tells beside the draft. */
  readonly about: About | null;
  readonly draft: Draft | null;
  /** The version that the draft is based on; 0 for what is not saved yet. */
  readonly version: number;
  readonly changed: boolean;
  /** The sheet that is open; empty on the page itself. */
  readonly path: Path;
  readonly busy: boolean;
  /** Of saving. */
  readonly failure: Failure | null;
  readonly loadFailure: Failure | null;
}

export const BLANK_EDITOR = {
  about: null,
  draft: null,
  version: 0,
  changed: false,
  path: [],
  busy: false,
  failure: null,
  loadFailure: null,
} as const;

/** State, error and save bar of an editor. `problem`: what is still missing in the draft, in words. */
export function editorView(model: EditorState<unknown, unknown>, problem: string, words: Words) {
  const { draft, loadFailure } = model;
  return {
    mode: draft ? ('ready' as const) : loadFailure ? ('error' as const) : ('loading' as const),
    error: loadFailure ? errorText(loadFailure, words) : '',
    back: wayBack(loadFailure, words),
    bar: saveBar({ ...model, problem }, words),
  };
}

/** The texts that all editors show. */
export const editorText = ({ t }: Words) => ({
  retry: t('common.retry'),
  history: t('edit.history'),
  noHistory: t('edit.noHistory'),
});

/** The first section of a type: its name, and whether it is offered. */
export const nameSection = (
  title: string,
  { name, enabled }: { readonly name: LocalText; readonly enabled: boolean },
  words: Words,
  maxLength?: number,
): EditSection => ({
  id: 'name',
  title,
  rows: [
    ...rows.name('name', name, words, maxLength),
    rows.choice('enabled', words.t('types.enabled'), enabled ? 'yes' : 'no', [
      ['yes', words.t('edit.on')],
      ['no', words.t('edit.off')],
    ]),
  ],
});
