/** Attributes of a built-in component, events as `bind…`; see https://developers.weixin.qq.com/miniprogram/dev/component/ */
interface AttributeTable {
  /** Attributes that the preview supports, and those without effect in a browser. */
  readonly supported: ReadonlySet<string>;
  /** Attributes that the platform supports and the preview ignores. */
  readonly ignored: ReadonlySet<string>;
}

const words = (text: string): string[] => text.split(' ').filter(Boolean);
/** `needless`: without a visible effect in a browser; the reason is next to each. */
const table = (supported: string, ignored = '', needless = ''): AttributeTable => ({
  supported: new Set(words(`${supported} ${needless}`)),
  ignored: new Set(words(ignored)),
});

const HOVER = 'hover-class hover-start-time hover-stay-time hover-stop-propagation';
const FIELD =
  'value placeholder placeholder-style placeholder-class disabled maxlength focus auto-focus name confirm-type cursor cursor-color selection-start selection-end confirm-hold bindinput bindfocus bindblur bindconfirm';
const FIELD_IGNORED = 'bindselectionchange';
/** No keyboard comes up in a browser: nothing is covered, stays, or has a height. `always-embed` is about layers of iOS. */
const FIELD_NEEDLESS = 'cursor-spacing adjust-position hold-keyboard always-embed bindkeyboardheightchange';
/** Layers of the Skyline renderer; the preview is the WebView one, where they do nothing on a phone either. */
const SKYLINE_SCROLL =
  'type associative-container clip cache-extent padding enable-passive using-sticky reverse min-drag-distance scroll-into-view-within-extent scroll-into-view-alignment refresher-two-level-enabled refresher-two-level-triggered refresher-two-level-threshold refresher-two-level-close-threshold refresher-two-level-scroll-enabled refresher-two-level-pinned refresher-ballistic-refresh-enabled';

/** By tag; a tag that is not here is not checked. */
const BUILT_IN_ATTRIBUTES: ReadonlyMap<string, AttributeTable> = new Map([
  ['view', table(HOVER)],
  // Of Skyline: overflow, max-lines.
  ['text', table('selectable user-select space decode', '', 'overflow max-lines')],
  // A browser shows WebP always; the menu of a long press is the application's own.
  ['image', table('src mode lazy-load bindload binderror', '', 'webp show-menu-by-longpress fade-in')],
  [
    'scroll-view',
    table(
      'scroll-x scroll-y upper-threshold lower-threshold scroll-top scroll-left scroll-into-view scroll-with-animation enhanced show-scrollbar scroll-into-view-offset enable-flex scroll-anchoring refresher-enabled refresher-threshold refresher-default-style refresher-background refresher-triggered bindscroll bindscrolltoupper bindscrolltolower bindrefresherpulling bindrefresherrefresh bindrefresherrestore bindrefresherabort',
      'paging-enabled binddragstart binddragging binddragend',
      // A browser has no status bar to tap, and its own way to slow down and to bounce.
      `enable-back-to-top bounces fast-deceleration ${SKYLINE_SCROLL}`,
    ),
  ],
  [
    'swiper',
    table(
      'indicator-dots indicator-color indicator-active-color autoplay current current-item-id interval vertical duration circular previous-margin next-margin display-multiple-items easing-function bindchange bindanimationfinish bindtransition',
      'snap-to-edge',
    ),
  ],
  // Of Skyline.
  ['swiper-item', table('item-id', '', 'skip-hidden-item-layout')],
  [
    'input',
    table(
      `${FIELD} type password bindnicknamereview`,
      FIELD_IGNORED,
      // Of the type `safe-password`, which is reported as a whole.
      `${FIELD_NEEDLESS} safe-password-cert-path safe-password-length safe-password-time-stamp safe-password-nonce safe-password-salt safe-password-custom-hash`,
    ),
  ],
  [
    'textarea',
    table(
      `${FIELD} auto-height bindlinechange`,
      FIELD_IGNORED,
      // The bar is above the keyboard; the padding is of iOS; a browser's field follows a fixed parent by itself.
      `${FIELD_NEEDLESS} show-confirm-bar disable-default-padding fixed`,
    ),
  ],
  ['switch', table('checked disabled color name bindchange', 'type')],
  ['checkbox', table('value checked disabled color name')],
  ['checkbox-group', table('name bindchange')],
  ['radio', table('value checked disabled color name')],
  ['radio-group', table('name bindchange')],
  ['label', table('for')],
  [
    'slider',
    table(
      'min max step disabled value active-color background-color color selected-color show-value block-size block-color name bindchange bindchanging',
    ),
  ],
  ['canvas', table('type canvas-id disable-scroll bindtouchstart bindtouchmove bindtouchend binderror')],
  ['match-media', table('min-width max-width width min-height max-height height orientation')],
  ['movable-area', table('', 'scale-area')],
  [
    'movable-view',
    table(
      'direction x y out-of-bounds disabled scale scale-value bindchange bindhtouchmove bindvtouchmove',
      'inertia damping friction animation scale-min scale-max bindscale',
    ),
  ],
  [
    'page-container',
    table(
      'show duration z-index overlay position round overlay-style custom-style bindbeforeenter bindenter bindafterenter bindbeforeleave bindleave bindafterleave bindclickoverlay',
      'close-on-slide-down',
    ),
  ],
  [
    'page-meta',
    table(
      'background-color page-style root-font-size page-font-size',
      'background-text-style background-color-top background-color-bottom root-background-color scroll-top scroll-duration page-orientation bindresize bindscroll bindscrolldone',
    ),
  ],
  ['root-portal', table('enable')],
  [
    'button',
    table(
      `${HOVER} size type plain disabled loading form-type open-type send-message-title session-from bindgetphonenumber bindgetrealtimephonenumber bindchooseavatar bindopensetting bindagreeprivacyauthorization bindgetuserinfo bindcontact bindlaunchapp binderror`,
      'name',
      // What a share or a chat carries is seen in WeChat alone.
      'lang send-message-path send-message-img show-message-card app-parameter business-id phone-number-no-quota-toast',
    ),
  ],
  // Templates of messages by form belong to a service that WeChat has ended.
  ['form', table('bindsubmit bindreset', '', 'report-submit report-submit-timeout')],
  [
    'picker',
    table(
      'mode header-text disabled range range-key value start end fields name bindchange bindcancel bindcolumnchange',
      '',
      // Of the mode `region`, which is reported as a whole.
      'level custom-item',
    ),
  ],
  [
    'picker-view',
    table(
      'value indicator-style indicator-class mask-style mask-class bindchange',
      'immediate-change bindpickstart bindpickend',
    ),
  ],
  ['picker-view-column', table('')],
  [
    'navigator',
    // Preloading and what another Mini Program gets are seen in WeChat alone.
    table(
      `${HOVER} url open-type delta target`,
      'bindsuccess bindfail bindcomplete',
      'app-id path extra-data version short-link',
    ),
  ],
  ['icon', table('type size color')],
  [
    'progress',
    table(
      'percent show-info stroke-width color activeColor active-color',
      'border-radius font-size backgroundColor background-color active active-mode duration bindactiveend',
    ),
  ],
  ['rich-text', table('nodes', 'space user-select')],
  // Which mark of a map it belongs to.
  ['cover-view', table('', 'scroll-top marker-id')],
  ['cover-image', table('src mode bindload binderror', 'referrer-policy')],
  ['web-view', table('src', 'bindmessage bindload binderror')],
  // What they show comes from WeChat's servers: their box is there, and empty.
  [
    'ad',
    table(
      '',
      '',
      'unit-id ad-intervals ad-type ad-theme grid-opacity grid-count bindload binderror bindclose bindhide',
    ),
  ],
  ['ad-custom', table('', '', 'unit-id ad-intervals bindload binderror')],
  ['official-account', table('', '', 'bindload binderror')],
  ['open-data', table('type', '', 'open-gid lang default-text default-avatar binderror')],
  [
    'video',
    table(
      'src poster controls autoplay loop muted initial-time object-fit show-play-btn show-center-play-btn show-progress show-fullscreen-btn show-mute-btn auto-pause-if-navigate bindfullscreenchange bindplay bindpause bindended bindtimeupdate bindwaiting binderror bindloadedmetadata',
      'duration danmu-list danmu-btn page-gesture direction enable-progress-gesture play-btn-position enable-play-gesture vslide-gesture vslide-gesture-in-fullscreen show-bottom-progress ad-unit-id poster-for-crawler show-casting-button picture-in-picture-mode enable-auto-rotation show-screen-lock-button show-snapshot-button show-background-playback-button picture-in-picture-show-progress background-poster referrer-policy is-drm is-live provision-url certificate-url license-url preferred-peak-bit-rate bindprogress bindcontrolstoggle bindenterpictureinpicture bindleavepictureinpicture',
      // Over a film in full screen; for what `danmu-list` has; no page of WeChat itself opens.
      'title enable-danmu auto-pause-if-open-native',
    ),
  ],
]);

/** Attributes of every tag. */
const COMMON = new Set('id class style hidden slot is key animation role tabindex'.split(' '));
const COMMON_PREFIX = /^(?:wx:|data-|aria-|mark:|generic:|change:|worklet:|let:|model:|class:|style:)/;
/** Custom events of children may bubble through any tag, so an event is wrong only if its own tag has it. */
const EVENT = /^(?:capture-)?(?:mut-)?(?:bind|catch):?(.+)$/;

/** What is wrong with an attribute as it is written on a built-in tag; null if nothing is. */
export function attributeFault(tag: string, written: string): 'ignored' | 'unknown' | null {
  const known = BUILT_IN_ATTRIBUTES.get(tag);
  if (!known) return null;
  const event = EVENT.exec(written)?.[1];
  if (event) return known.ignored.has(`bind${event}`) ? 'ignored' : null;
  const name = written.replace(/^model:/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (known.supported.has(name)) return null;
  if (known.ignored.has(name)) return 'ignored';
  return COMMON.has(name) || COMMON_PREFIX.test(written) ? null : 'unknown';
}
