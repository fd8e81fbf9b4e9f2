import '../../words/words';
import type { PersonBrief } from '#contracts/person';
import type { BiometricPolicy, SiteOnFile } from '#contracts/site';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { locate } from '../../../../services/location';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { newKey } from '../../../../utils/new-key';
import { choosePlace } from '../../choose-place';
import { type NetworksDraft, networkHere, withNetwork } from '../../networks.model';
import { freshSite, knownSite, rememberSite } from '../../sites-data';
import {
  type BeaconDraft,
  blankBeacon,
  draftOf,
  noSite,
  problemOf,
  rebase,
  type SiteDraft,
  type SiteModel,
  settingsOf,
} from './site.model';
import { siteView } from './site.view';

type BeaconInput = WechatMiniprogram.Input<never, { index: number; field: keyof BeaconDraft }>;

screen({
  title: 'titles.site',
  start: () => noSite,
  view: siteView,
  data: { picking: false, asking: false },
  failed: (failure): Partial<SiteModel> => ({ failure, state: failure ? 'failed' : 'loading' }),

  on: {
    onLoad({ id }: Link) {
      this.update(id ? { id } : { id: `S-${newKey()}`, state: 'ready' });
      const known = id ? knownSite(id) : null;
      if (known) this.open(known);
    },

    async load() {
      if (this.model.state !== 'loading') return;
      await this.attempt(async ({ id }) => {
        const site = await freshSite(id);
        if (!site) return { state: 'missing' };
        this.open(site);
        return undefined;
      });
    },

    edit(draft: Partial<SiteDraft>) {
      this.update({ draft: { ...this.model.draft, ...draft }, failure: null });
    },

    open(base: SiteOnFile) {
      this.update({ state: 'ready', base, draft: draftOf(base), failure: null });
      void this.nameKeepers(base.screenKeepers);
    },

    /** Loads the names of the keepers; without an answer their ids are shown. */
    async nameKeepers(ids: readonly string[]) {
      if (ids.length === 0) return;
      const answer = await cloud.people.find({ ids }).catch(failureOf);
      if (!('now' in answer)) return;
      const found = Object.fromEntries(answer.data.people.map((person) => [person.id, person]));
      this.update({ people: { ...found, ...this.model.people } });
    },

    onName({ detail, currentTarget }: WechatMiniprogram.Input<never, { language: 'zh-CN' | 'en' }>) {
      this.edit({ name: { ...this.model.draft.name, [currentTarget.dataset.language]: detail.value } });
    },

    onNumber({ detail, currentTarget }: WechatMiniprogram.Input<never, { field: 'radius' | 'tolerance' }>) {
      this.edit({ [currentTarget.dataset.field]: detail.value });
    },

    async onChoose() {
      const chosen = await choosePlace(this.model.draft.place);
      if (chosen.state === 'chosen') {
        const { latitude, longitude } = chosen;
        this.edit({ place: { latitude, longitude } });
        this.update({ accuracy: null, locating: 'idle' });
      } else if (chosen.state !== 'cancelled') this.update({ locating: chosen.state });
    },

    async onHere() {
      if (this.model.locating === 'busy') return;
      this.update({ locating: 'busy' });
      const place = await locate({ ask: true, refresh: true });
      if (place.state !== 'fix') {
        const { state } = place;
        this.update({ locating: state === 'undeclared' || state === 'privacy' ? state : 'failed' });
        return;
      }
      const { latitude, longitude, accuracy } = place.location;
      this.edit({ place: { latitude, longitude } });
      this.update({ accuracy, locating: 'idle' });
    },

    onAddBeacon() {
      const { beacons } = this.model.draft;
      // Beacons of one company usually share their UUID.
      const uuid = beacons[beacons.length - 1]?.uuid ?? '';
      this.edit({ beacons: [...beacons, { ...blankBeacon, uuid }] });
    },

    onBeacon({ detail, currentTarget }: BeaconInput) {
      const { index, field } = currentTarget.dataset;
      const beacons = this.model.draft.beacons.map((beacon, at) =>
        at === index ? { ...beacon, [field]: detail.value } : beacon,
      );
      this.edit({ beacons });
    },

    onRemoveBeacon({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
      const { index } = currentTarget.dataset;
      this.edit({ beacons: this.model.draft.beacons.filter((_, at) => at !== index) });
    },

    onPolicy({ detail }: WechatMiniprogram.CustomEvent<{ policy: NetworksDraft['wifi'] }>) {
      this.edit({ wifi: detail.policy });
    },

    async onAddNetwork() {
      if (this.model.attempt === 'busy') return;
      this.update({ attempt: 'busy' });
      const found = await networkHere();
      const draft = typeof found === 'string' ? found : withNetwork(this.model.draft, found);
      this.update({ attempt: typeof draft === 'string' ? draft : 'idle' });
      if (typeof draft !== 'string') this.edit(draft);
    },

    onRemoveNetwork({ detail }: WechatMiniprogram.CustomEvent<{ bssid: string }>) {
      this.edit({ networks: this.model.draft.networks.filter(({ bssid }) => bssid !== detail.bssid) });
    },

    onBiometric({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { policy: BiometricPolicy }>) {
      this.edit({ biometric: currentTarget.dataset.policy });
    },

    onAddKeeper() {
      this.setData({ picking: true });
    },

    onPicked({ detail }: WechatMiniprogram.CustomEvent<PersonBrief>) {
      this.setData({ picking: false });
      const { id, name, nameEn } = detail;
      this.update({ people: { ...this.model.people, [id]: { id, name, nameEn } } });
      this.edit({ screenKeepers: [...new Set([...this.model.draft.screenKeepers, id])] });
    },

    onPickClose() {
      this.setData({ picking: false });
    },

    onRemoveKeeper({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      const { id } = currentTarget.dataset;
      this.edit({ screenKeepers: this.model.draft.screenKeepers.filter((one) => one !== id) });
    },

    async onSave() {
      const { draft, busy } = this.model;
      if (busy) return;
      this.update({ tried: true });
      if (problemOf(draft)) this.toTop();
      else await this.save(draft, false);
    },

    onRotate() {
      this.setData({ asking: true });
    },

    onRotateNot() {
      this.setData({ asking: false });
    },

    /** Rotates the key only: unsaved changes stay unsaved. */
    async onRotateSure() {
      this.setData({ asking: false });
      const { base, busy } = this.model;
      if (base && !busy) await this.save(draftOf(base), true);
    },

    async save(draft: SiteDraft, rotateSecret: boolean) {
      const { id, base } = this.model;
      this.update({ busy: true, failure: null, conflict: null });
      try {
        const expectedVersion = base?.version ?? 0;
        const more = rotateSecret ? { rotateSecret } : {};
        const input = { site: settingsOf(id, draft), expectedVersion, ...more };
        const { data } = await cloud.attendance.saveSite(input);
        this.saved(data.site, rotateSecret);
      } catch (thrown) {
        await this.onSaveFailed(thrown);
      }
    },

    saved(site: SiteOnFile, rotated: boolean) {
      rememberSite(site);
      const draft = rotated ? this.model.draft : draftOf(site);
      this.update({ base: site, draft, busy: false, tried: false, accuracy: null });
      wx.showToast({ title: words().t(rotated ? 'sites.rotated' : 'sites.saved'), icon: 'success' });
    },

    async onSaveFailed(thrown: unknown) {
      const failure = failureOf(thrown);
      if (failure.code !== 'VERSION_CONFLICT' || !this.model.base) this.update({ failure, busy: false });
      else await this.rebaseDraft(this.model.base);
      this.toTop();
    },

    /** After a version conflict: fields that the person has not changed take the stored values. */
    async rebaseDraft(before: SiteOnFile) {
      try {
        const base = await freshSite(this.model.id);
        if (!base) {
          this.update({ state: 'missing', busy: false });
          return;
        }
        const { draft, mine } = rebase(this.model.draft, before, base);
        this.update({ base, draft, busy: false, conflict: { version: base.version, mine } });
        void this.nameKeepers(draft.screenKeepers);
      } catch (thrown) {
        this.update({ failure: failureOf(thrown), busy: false });
      }
    },

    /** Scrolls to the error notice. */
    toTop() {
      wx.pageScrollTo({ scrollTop: 0, duration: 200 });
    },

    onScreen() {
      navigate.screen(this.model.id);
    },
  },
});
