import type { Instant } from '#contracts/common';
import { errorText } from '../../locales/error-text';
import { refusalText } from '../../locales/refusal-text';
import { discoverBeacons } from '../../services/beacons';
import { checkOnPhone } from '../../services/biometric';
import { failureOf } from '../../services/client-error';
import { serverNow } from '../../services/clock';
import { words } from '../../services/language';
import { freshFix, locate } from '../../services/location';
import { navigate } from '../../services/navigate';
import { isOnline } from '../../services/network';
import { punches } from '../../services/punches';
import { scanDoorCode } from '../../services/scan';
import { readNetwork } from '../../services/wifi';
import {
  beaconsToDiscover,
  codeEvidence,
  dialEvidence,
  type Evidence,
  isSiteCode,
  mayReadNetwork,
  siteOfNetwork,
  siteToCheck,
} from './evidence';
import { decideScan, decideTap, type Question, type TapSource } from './tap-decision';
import { dialAction, isSameTap, type TodayModel, verdictOf } from './today.model';

export interface TapDependencies {
  model(): TodayModel;
  update(change: Partial<TodayModel>): void;
  ask(question: Question, source: TapSource): void;
  showMessage(message: string): void;
}

/** Turns a tap into a punch: by location, by the network, by beacon, or by site code. */
export function createTaps({ model, update, ask, showMessage: tell }: TapDependencies) {
  /** Reads the network if the location alone does not prove presence; one that is no site's has no effect. */
  async function findNetwork(): Promise<void> {
    if (!mayReadNetwork(model())) return;
    const reading = await readNetwork();
    if (reading.state !== 'connected') return;
    const { bssid } = reading.network;
    if (siteOfNetwork(model(), bssid)) update({ wifi: bssid });
  }

  /** Discovers beacons if the location alone does not prove presence. */
  async function findBeacons(): Promise<void> {
    const uuids = beaconsToDiscover(model());
    if (uuids.length === 0) return;
    update({ phase: 'beacons' });
    const discovery = await discoverBeacons(uuids);
    update(discovery.state === 'found' ? { beacons: discovery.beacons } : { bluetooth: discovery.state });
  }

  /** The biometric check that the site asks for; whether it is required is the server's to say. */
  async function check(evidence: Evidence) {
    const siteId = siteToCheck(model(), evidence);
    if (!siteId || !isOnline()) return null;
    update({ phase: 'checking' });
    return checkOnPhone(siteId);
  }

  /** Queues the punch; the outcome arrives by `onOutcome`. */
  async function send(tappedAt: Instant, evidence = dialEvidence(model())): Promise<void> {
    if (!evidence) return;
    const employeeId = model().today?.me.employeeId ?? '';
    const biometric = await check(evidence);
    update({ phase: 'sending' });
    try {
      await punches.submit({ employeeId, tappedAt, ...evidence, ...(biometric && { biometric }) });
    } catch (thrown) {
      tell(errorText(failureOf(thrown), words()));
    }
    update({ phase: 'idle', beacons: [], wifi: '' });
  }

  async function press(): Promise<void> {
    const tappedAt = serverNow();
    if (model().phase !== 'idle' || isSameTap(model(), tappedAt)) return;
    const announced = dialAction(model()) === 'field';
    update({ phase: 'locating', booked: null, beacons: [], wifi: '', bluetooth: '' });
    // Only an `inside` fix is reused: after any other verdict the person may have moved.
    const refresh = verdictOf(model())?.kind !== 'inside';
    update({ place: await locate({ ask: true, refresh: refresh }) });
    await findNetwork();
    await findBeacons();
    update({ phase: 'idle' });
    const decision = decideTap(model(), announced);
    if (decision.kind === 'send') await send(tappedAt);
    if (decision.kind === 'field') navigate.fieldPunch();
    if (decision.kind === 'ask') ask(decision.question, 'dial');
  }

  async function scan(): Promise<void> {
    const scanned = await scanDoorCode();
    if (scanned.state === 'cancelled') return;
    if (scanned.state !== 'read') {
      tell(
        refusalText(scanned.state, { denied: 'doors.cameraDenied', failed: 'doors.cameraFailed' }, words()),
      );
      return;
    }
    if (!isSiteCode(scanned.text)) {
      tell(words().t('doors.notACode'));
      return;
    }
    update({ booked: null, bluetooth: '' });
    await send(serverNow(), codeEvidence(scanned.text, freshFix()?.location));
  }

  async function pressScan(): Promise<void> {
    if (model().phase !== 'idle') return;
    const decision = decideScan(model());
    if (decision.kind === 'ask') ask(decision.question, 'scan');
    else await scan();
  }

  /** The check for a punch that was refused without one, which is then sent with the time of its tap. */
  async function confirm(punchKey: string): Promise<void> {
    const siteId = punches.items().find((one) => one.punchKey === punchKey)?.failure?.data.siteId;
    if (model().phase !== 'idle' || typeof siteId !== 'string') return;
    update({ phase: 'checking' });
    const biometric = isOnline() ? await checkOnPhone(siteId) : null;
    update({ phase: 'sending' });
    try {
      if (biometric) await punches.confirm(punchKey, biometric);
      else tell(words().t(isOnline() ? 'doors.notChecked' : 'errors.OFFLINE'));
    } catch (thrown) {
      tell(errorText(failureOf(thrown), words()));
    }
    update({ phase: 'idle' });
  }

  return { press, pressScan, scan, send, confirm };
}
