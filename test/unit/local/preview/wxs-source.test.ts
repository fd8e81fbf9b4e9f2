import { wxsRequires, wxsToJavaScript } from '../../../../local/preview/build/wxs-source';

test('the constructor of a value is its name in WXS', () => {
  expect(wxsToJavaScript("x.constructor === 'Array'")).toBe("x.__wxsConstructor === 'Array'");
});

test('modules are known without extension', () => {
  const script = wxsToJavaScript('var a = require(\'./a.wxs\'); var b = require("../b.wxs");');
  expect(wxsRequires(script)).toEqual(['./a', '../b']);
});

test('a backslash of a pattern survives JavaScript', () => {
  const pattern = (source: string): string => {
    const getRegExp = (text: string): string => text;
    return new Function('getRegExp', `return ${wxsToJavaScript(source)}`)(getRegExp) as string;
  };
  expect(pattern("getRegExp('\\d+\\.\\d')")).toBe('\\d+\\.\\d');
  expect(pattern("getRegExp('\\\\d')")).toBe('\\d');
  expect(pattern('getRegExp("a\\"b")')).toBe('a"b');
});

const run = (source: string): unknown => {
  const module = { exports: undefined as unknown };
  new Function('module', wxsToJavaScript(source))(module);
  return module.exports;
};

test('a variable may be called like a statement that only JavaScript knows', () => {
  const source = `// a class
    var class = 'class', let = { class: 1, "enum": 2 };
    function static(super) { return super.class + (super ? class : 0); }
    module.exports = static(let);`;
  expect(run(source)).toBe('1class');
});

test.each(['let x = 1;', 'const x = 1;', 'class A {}'])(
  '%s is no WXS, as for the compiler of WeChat',
  (source) => {
    expect(() => run(source)).toThrow(SyntaxError);
  },
);
