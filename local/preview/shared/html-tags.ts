import type { ProblemLevel } from './problem';

/** Tags of HTML that WeChat does not have as components: it shows their content in a box without a style of its own. */
const HTML_TAGS: ReadonlySet<string> = new Set(
  'a abbr article aside b blockquote br code dd div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img li main nav ol p pre s section small span strong sub sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
);

/** Of a tag that is neither built in nor registered: a component that nobody registered leaves a gap on WeChat too. */
export const unknownTagLevel = (tag: string): ProblemLevel => (HTML_TAGS.has(tag) ? 'hint' : 'fault');
