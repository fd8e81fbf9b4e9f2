import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../../../scripts/lib/root';
import { hiddenTests } from '../../../../../scripts/test/quick/hidden-tests';

describe('tests that import nothing of what changed', () => {
  it('run the function whose bundle holds it, and every action once', () => {
    const tests = hiddenTests(['cloudfunctions/people/domain/invite-code.ts'], ['people']);
    expect(tests).toContain('test/unit/cloudfunctions/people/people.cloud.test.ts');
    expect(tests).toContain('test/unit/cloudfunctions/calls.cloud.test.ts');
    expect(tests.filter((test) => test.includes('/requests/'))).toEqual([]);
  });

  it('read the files of the phone', () => {
    const tests = hiddenTests(['miniprogram/app.wxss'], []);
    expect(tests).toContain('test/unit/miniprogram/tokens.test.ts');
    expect(tests).toContain('test/component/components.test.ts');
  });

  it('are all there, and none where nothing is concerned', () => {
    const all = hiddenTests(
      ['miniprogram/app.ts'],
      ['attendance', 'notices', 'people', 'reports', 'requests'],
    );
    expect(all.filter((test) => !existsSync(path.join(ROOT, test)))).toEqual([]);
    expect(hiddenTests(['docs/architecture.md'])).toEqual([]);
  });
});
