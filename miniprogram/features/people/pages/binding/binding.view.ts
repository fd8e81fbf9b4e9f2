import type { MyProfile } from '#contracts/person';
import { cleanCode } from '../../../../common/clean-text';
import { errorText } from '../../../../locales/error-text';
import { refusalText } from '../../../../locales/refusal-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import type { Refusal } from '../../../../services/wx-refusal';
import { grouped } from '../../grouped';

/** Characters of an invite code. */
const CODE_LENGTH = 8;

export interface BindingModel {
  readonly code: string;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly bound: MyProfile | null;
  /** Why nothing was scanned. */
  readonly scanned: '' | 'other' | Refusal;
}

export interface BindingView {
  readonly code: string;
  readonly busy: boolean;
  readonly ready: boolean;
  readonly hint: string;
  readonly error: string;
  readonly done: string;
  readonly text: Readonly<Record<string, string>>;
}

/** What was typed or pasted, as a code: spaces, dashes and letter case do not matter. */
export const codeOf = (typed: string): string =>
  cleanCode(typed)
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase()
    .slice(0, CODE_LENGTH);

/** Whether a scanned text is an invite code, unlike codes of doors and addresses. */
export const isInviteCode = (text: string): boolean => /^[0-9A-Z]{8}$/i.test(text.trim());

function hintOf({ code }: BindingModel, words: Words): string {
  const short = CODE_LENGTH - code.length;
  return code && short > 0 ? words.t('binding.short', { count: short }) : '';
}

function scanText({ scanned }: BindingModel, words: Words): string {
  if (scanned === '') return '';
  if (scanned === 'other') return words.t('binding.notACode');
  return refusalText(scanned, { denied: 'binding.scanDenied', failed: 'binding.scanFailed' }, words);
}

function nameOf(profile: MyProfile, words: Words): string {
  return words.language === 'en' ? profile.nameEn || profile.name : profile.name;
}

/** The binding screen. */
export const bindingView = (model: BindingModel, words: Words): BindingView => ({
  code: grouped(model.code),
  busy: model.busy,
  ready: model.code.length === CODE_LENGTH && !model.busy,
  hint: hintOf(model, words),
  error: model.failure ? errorText(model.failure, words) : scanText(model, words),
  done: model.bound ? words.t('binding.done', { name: nameOf(model.bound, words) }) : '',
  text: {
    title: words.t('binding.title'),
    text: words.t('binding.text'),
    label: words.t('binding.label'),
    placeholder: words.t('binding.placeholder'),
    submit: words.t(model.busy ? 'binding.submitting' : 'binding.submit'),
    help: words.t('binding.help'),
    scan: words.t('binding.scan'),
    enter: words.t('binding.enter'),
    verify: words.t('titles.payVerify'),
    other: words.language === 'en' ? words.t('languages.zh-CN') : words.t('languages.en'),
  },
});
