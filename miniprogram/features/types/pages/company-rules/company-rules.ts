import '../../words/words';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { screen } from '../../../../services/screen';
import { dayOf } from '../../../../utils/dates';
import { changeRules, completeRules, openRules } from '../../rules.model';
import { type RulesModel, rulesView } from '../../rules.view';
import { closed } from '../../type-change';

type Told = WechatMiniprogram.CustomEvent<{ id: string; value: string }>;

const start: RulesModel = {
  about: null,
  draft: null,
  warnings: [],
  version: 0,
  changed: false,
  path: [],
  busy: false,
  failure: null,
  loadFailure: null,
};

/** The company's own limits, in one page. */
screen({
  title: 'titles.companyRules',
  start: () => start,
  view: rulesView,

  async load() {
    const { data } = await cloud.requests.companyRules({});
    const { rules, version, warnings } = data;
    // After a conflict what the person has entered stays; only what it stands upon is new.
    return ({ draft }) => ({ about: data, draft: draft ?? rules, version, warnings, failure: null });
  },
  failed: (loadFailure) => ({ loadFailure }),
  leaving: ({ changed }) => (changed ? 'edit.leave' : null),

  on: {
    onChange({ detail: { id, value } }: Told) {
      const { draft, path } = this.model;
      if (draft) this.update({ draft: changeRules(draft, path, id, value), changed: true });
    },

    onOpen({ detail: { id } }: Told) {
      const { draft, path } = this.model;
      if (!draft) return;
      const edited = openRules(draft, path, id, dayOf(serverNow(), CHINA_UTC_OFFSET));
      this.update({ ...edited, changed: this.model.changed || edited.draft !== draft });
    },

    onBack() {
      this.update({ path: closed(this.model.path) });
    },

    async onSave() {
      const { draft, version } = this.model;
      if (!draft) return;
      this.update({ busy: true, failure: null });
      try {
        const { data } = await cloud.requests.saveCompanyRules({
          rules: completeRules(draft),
          expectedVersion: version,
        });
        const { rules, version: saved, warnings } = data;
        this.update({ busy: false, draft: rules, version: saved, warnings, changed: false });
        wx.showToast({ title: words().t('edit.saved', { version: saved }), icon: 'none' });
        void this.load();
      } catch (thrown) {
        this.update({ busy: false, failure: failureOf(thrown) });
      }
    },

    onReload() {
      void this.load();
    },
  },
});
