import '../../words/words';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { screen } from '../../../../services/screen';
import { dayOf } from '../../../../utils/dates';
import type { RowEvent } from '../../edit-row';
import { changeRules, completeRules, openRules } from '../../rules.model';
import { noRules, rulesView } from '../../rules.view';
import { showSaved } from '../../show-saved';
import { closed } from '../../type-change';

/** The company's own limits, in one page. */
screen({
  title: 'titles.companyRules',
  start: () => noRules,
  view: rulesView,

  async load() {
    const { data } = await cloud.requests.companyRules({});
    const { rules, version, warnings } = data;
    // After a version conflict the draft is kept; only its base version is updated.
    return ({ draft }) => ({ about: data, draft: draft ?? rules, version, warnings, failure: null });
  },
  failed: (loadFailure) => ({ loadFailure }),
  leaving: ({ changed }) => (changed ? 'edit.leave' : null),

  on: {
    onChange({ detail: { id, value } }: RowEvent) {
      const { draft, path } = this.model;
      if (draft) this.update({ draft: changeRules(draft, path, id, value), changed: true });
    },

    onOpen({ detail: { id } }: RowEvent) {
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
      const failure = await this.save(async () => {
        const asked = { rules: completeRules(draft), expectedVersion: version };
        const { rules, version: saved, warnings } = (await cloud.requests.saveCompanyRules(asked)).data;
        showSaved(saved);
        return { draft: rules, version: saved, warnings, changed: false };
      });
      if (!failure) void this.load();
    },

    onReload() {
      void this.load();
    },
  },
});
