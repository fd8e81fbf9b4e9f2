import type { MyProfile } from '#contracts/person';
import { avatarText } from '../../common/avatar-text';
import { errorText } from '../../locales/error-text';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';

export interface MeModel {
  readonly profile: MyProfile | null;
  readonly failure: Failure | null;
  readonly online: boolean;
  readonly choosing: boolean;
  readonly shownId: string;
  /** Number of unread messages. */
  readonly unread: number;
}

export interface MeView {
  readonly mode: 'loading' | 'error' | 'ready';
  readonly error: string;
  readonly notice: string;
  readonly initial: string;
  readonly name: string;
  readonly place: string;
  readonly number: string;
  /** `person`: the employee whom a tap shows; empty for none. */
  readonly facts: readonly {
    readonly id: string;
    readonly name: string;
    readonly value: string;
    readonly person: string;
  }[];
  /** Whose card is shown; empty for nobody's. */
  readonly shownId: string;
  /** Badge of the messages row; empty if all are read. */
  readonly unread: string;
  /** Whether the person has a role beside employee. */
  readonly hasOffice: boolean;
  readonly languageName: string;
  readonly language: string;
  readonly choosing: boolean;
  readonly text: Readonly<Record<string, string>>;
}

/** Uses the names in the reader's language where the company provides both. */
function profileOf(profile: MyProfile, words: Words) {
  const english = words.language === 'en';
  const name = english ? profile.nameEn || profile.name : profile.name;
  const manager = english ? profile.managerNameEn || profile.managerName : profile.managerName;
  const path = profile.departmentPath.slice(1).map(words.pick);
  return {
    initial: avatarText(name),
    name,
    place: [...path, words.pick(profile.job)].join(words.t('common.separator')),
    number: words.t('me.employeeId', { id: profile.employeeId }),
    facts: [
      {
        id: 'manager',
        name: words.t('me.manager'),
        value: manager ?? words.t('me.noManager'),
        // A cache written by an older version has no id.
        person: profile.managerId ?? '',
      },
      { id: 'hired-on', name: words.t('me.hiredOn'), value: profile.hiredOn, person: '' },
    ],
  };
}

const noProfile = { initial: '', name: '', place: '', number: '', facts: [] };

const modeOf = ({ profile, failure }: MeModel): MeView['mode'] => {
  if (profile) return 'ready';
  return failure ? 'error' : 'loading';
};

/** Says that the data may be outdated: offline, or the refresh failed. */
function noticeOf({ profile, online, failure }: MeModel, words: Words): string {
  if (!profile) return '';
  if (!online) return words.t('offline.reading');
  return failure ? errorText(failure, words) : '';
}

/** The Me screen. */
export const meView = (model: MeModel, words: Words): MeView => ({
  mode: modeOf(model),
  error: model.failure && !model.profile ? errorText(model.failure, words) : '',
  notice: noticeOf(model, words),
  ...(model.profile ? profileOf(model.profile, words) : noProfile),
  unread: model.unread > 0 ? words.t('me.unread', { count: model.unread }) : '',
  hasOffice: model.profile?.roles.some((role) => role !== 'employee') ?? false,
  language: words.language,
  languageName: words.t(`languages.${words.language}`),
  choosing: model.choosing,
  shownId: model.shownId,
  text: {
    loadFailed: words.t('me.loadFailed'),
    retry: words.t('common.retry'),
    inbox: words.t('me.inbox'),
    payslips: words.t('titles.payslips'),
    deductions: words.t('titles.deductions'),
    readers: words.t('titles.dataReaders'),
    balances: words.t('titles.balances'),
    appraisals: words.t('titles.appraisalState'),
    results: words.t('titles.results'),
    month: words.t('me.month'),
    feedback: words.t('me.feedback'),
    plans: words.t('me.plans'),
    reviews: words.t('titles.reviews'),
    office: words.t('titles.office'),
    language: words.t('me.language'),
    about: words.t('me.about'),
    chooseLanguage: words.t('me.chooseLanguage'),
    cancel: words.t('common.cancel'),
    zh: words.t('languages.zh-CN'),
    en: words.t('languages.en'),
  },
});
