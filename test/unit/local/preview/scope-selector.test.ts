import { scopeSelector } from '../../../../local/preview/build/scope-selector';

test('pages: tags become elements of the phone, classes stay', () => {
  expect(scopeSelector('page view.a > .b:first-child', '')).toBe('wx-page wx-view.a > .b:first-child');
  expect(scopeSelector('#id, text[selectable]::after', '')).toBe('#id, wx-text[selectable]::after');
});

test('components: classes carry the scope, :host is the host element', () => {
  expect(scopeSelector('.a.b .c', 'c1')).toBe('.c1--a.c1--b .c1--c');
  expect(scopeSelector(':host', 'c1')).toBe('[wx-host=c1]');
  expect(scopeSelector('.a:not(.b)', 'c1')).toBe('.c1--a:not(.c1--b)');
});
