import selectorParser from 'postcss-selector-parser';

/** One rule's selector as the preview's DOM needs it; `scope` is empty for pages and shared components. */
export function scopeSelector(selector: string, scope: string): string {
  return selectorParser((root) => {
    root.walk((node) => {
      if (node.type === 'class' && scope) node.value = `${scope}--${node.value}`;
      else if (node.type === 'tag') node.value = `wx-${node.value}`;
      else if (node.type === 'pseudo' && node.value === ':host') {
        node.replaceWith(
          selectorParser.attribute({
            attribute: 'wx-host',
            operator: '=',
            value: scope,
            quoteMark: '"',
            raws: {},
          }),
        );
      }
    });
  }).processSync(selector);
}
