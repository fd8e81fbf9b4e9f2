/**
 * Attributes that the preview's element takes, by tag; those that every element takes are in `COMMON`. Another
 * attribute would be ignored, which is reported. A tag without a row is not checked.
 */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  canvas: ['type', 'canvas-id', 'disable-scroll'],
  'match-media': [
    ...['min-width', 'max-width', 'width', 'min-height', 'max-height', 'height'],
    'orientation',
  ],
  'movable-area': [],
  'movable-view': ['direction', 'x', 'y', 'out-of-bounds', 'disabled', 'scale', 'scale-value'],
  'page-container': [
    ...['show', 'duration', 'z-index', 'overlay', 'position', 'round'],
    ...['overlay-style', 'custom-style'],
  ],
  'page-meta': ['background-color', 'page-style', 'root-font-size', 'page-font-size'],
  'root-portal': ['enable'],
  video: ['src', 'poster', 'controls', 'autoplay', 'loop', 'muted', 'initial-time', 'object-fit'],
};

const COMMON = /^(id|class|style|hidden|slot|animation|role|(aria|data|mark|hover|generic)-?.*)$/;

/** Whether the preview's element of this tag ignores an attribute, written with hyphens. */
export const isIgnoredAttribute = (tag: string, name: string): boolean =>
  Object.hasOwn(ATTRIBUTES, tag) && !COMMON.test(name) && ATTRIBUTES[tag]?.includes(name) === false;
