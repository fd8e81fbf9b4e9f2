import { foreignWriteProblems } from '../../../../scripts/check/foreign-writes';
import { scratchFolder } from '../scratch-folder';

const problemsOf = (text: string): string[] =>
  foreignWriteProblems(scratchFolder({ 'cloudfunctions/attendance/actions/a.ts': text }));

describe('writes of other features', () => {
  it('finds a writer imported from the data of another feature', () => {
    const text = "import {\n  findEmployee,\n  saveLanguage,\n} from '../../people/data/employees';";
    expect(problemsOf(text)).toEqual([
      'cloudfunctions/attendance/actions/a.ts: saveLanguage of ../../people/data/employees is not a reader',
    ]);
  });

  it.each([
    "import { employeeOf } from '../../people/data/employee-of';",
    "import { findEmployee, type Employee } from '../../people/data/employees';",
    "import type { Binding } from '../../people/data/bindings';",
    "import { bookPunch } from '../data/attendance-days';",
    "import { collection } from '../../shared/data/collection';",
  ])('lets pass: %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});
